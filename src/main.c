/* main.c - where to begin reading.
 *
 * A delivery walks one way through the house:
 *
 *	file -> rows -> counts -> observations -> outcomes -> published layer -> report
 *
 * What happens when a file is loaded (`ijkpunt laad VVE_2026K2_D.csv`):
 *
 *	cli/cli.c		finds the command; cli/opt.c reads its options from the table in cmd_laad.c
 *	cli/app.c		finds the werkmap and the definitions, opens the database, reads the clock
 *	import/import.c		one file, one transaction; the next seven do the work
 *	import/sniff.c		encoding, delimiter, header line
 *	def/import_def.c	the profile (imports/<bron>.json) that the header matches
 *	import/guard.c		refuses person data before anything is stored or logged
 *	import/csvfile.c	rows, through libcsv in its strict mode
 *	import/cell.c		text to a typed value, or to one of the five kinds of "no number"
 *	import/check.c		the checks of the profile; import/finding.c keeps what was wrong
 *	import/tally.c		rows to counts per gebied, periode and kenmerk
 *	store/levering_store.c, store/waarneming_store.c	observations, with the line they came from
 *
 * What happens when a report is made (`ijkpunt rapport themablad L3 --periode 2026-K2`):
 *
 *	cli/cmd_rapport.c	one read transaction, so that all figures are of one moment
 *	def/definities.c	indicators, norms, breaks and privacy rules of the gemeente
 *	indicator/aggregate.c	teller and noemer per gebied and periode
 *	indicator/judge.c	feit in exact integers, zekerheid by the exact binomial tail
 *	publish/layer.c		what this audience may see, or the reason it may not; every printed text
 *	report/view.c, report/sentence.c, report/chart.c	published layer to blocks, words and pictures
 *	report/themablad.c	the page; base/file.c writes it all or nothing
 *
 * Each room includes only rooms below it (tools/layers.sh): cli over report over publish over
 * indicator and import over store over def over base. Only cli prints and only cli ends the
 * program. base/err.h says how a failure travels up; src/store/sql holds the tables. */
#include "cli/cli.h"

int main(int argc, char **argv)
{
	return cli_main(argc, argv);
}
