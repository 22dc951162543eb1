#include "cli/formaten.h"

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/file.h"
#include "base/mem.h"
#include "cli/berekening.h"
#include "cli/near.h"
#include "cli/say.h"
#include "report/beeld.h"
#include "report/pdf.h"
#include "report/sheet.h"
#include "report/tabel_csv.h"

static const char *const woorden[] = {"html", "pdf", "xlsx", "csv", "svg", "png"};

int formaten_parse(const char *text, unsigned *out, struct err *err)
{
	*out = 0;
	for (const char *at = text;; at++) {
		size_t n = strcspn(at, ","), i = 0;
		char *word = mem_dup_n(at, n);
		const char *near;

		while (i < FORMAAT_COUNT && strcmp(word, woorden[i]) != 0)
			i++;
		if (i == FORMAAT_COUNT) {
			near = near_word(word, woorden, FORMAAT_COUNT);
			err_set(err, ERR_USE, "rapport: een formaat '%s' is er niet.", word);
			err_advise(err, "%s%s%sEr zijn: html, pdf, xlsx, csv, svg en png, met komma's ertussen.",
				near ? "Bedoelt u " : "", near ? near : "", near ? "? " : "");
			free(word);
			return -1;
		}
		free(word);
		*out |= 1u << i;
		at += n;
		if (!*at)
			return 0;
	}
}

static int write_one(const char *path, const struct str *text, struct err *err)
{
	return file_write(path, str_text(text), text->len, 0600, err);
}

/* A file beside the page: basis + ending. */
static int write_beside(const struct formaten *f, const char *ending, const struct str *text, struct err *err)
{
	char *path = mem_printf("%s%s", f->basis, ending);
	int rc = write_one(path, text, err);

	if (rc == 0)
		say("%s\n", path);
	free(path);
	return rc;
}

static int write_xlsx(const struct formaten *f, struct err *err)
{
	struct str bytes = STR_INIT;
	int rc = sheet_write(&bytes, f->opname, f->metadata->stand_dag, err);

	if (rc == 0)
		rc = write_beside(f, ".xlsx", &bytes, err);
	str_release(&bytes);
	return rc;
}

static int write_calculation(const struct formaten *f, struct err *err)
{
	struct str csv = STR_INIT;
	int rc;

	berekening_write(&csv, f->opname, f->metadata->figures, f->dialect);
	rc = write_beside(f, "-berekening.csv", &csv, err);
	str_release(&csv);
	return rc;
}

/* A reader would see it on paper; who makes the report hears it first. */
static void say_pdf(const struct formaten *f, const struct pdf_verslag *v)
{
	if (v->te_lang)
		say_warn("%s.pdf telt %zu bladzijden; meer dan %zu was niet de bedoeling. Maak de tekst in reports/tekst/ korter.",
			file_base(f->basis), v->bladzijden, v->beloofd);
	if (v->zonder_nummers)
		say_warn("De inhoudsopgave in de pdf heeft geen paginanummers. Installeer het pakket poppler-utils en maak het "
			 "rapport opnieuw.");
}

static int write_pdf(const struct formaten *f, struct err *err)
{
	struct str bytes = STR_INIT;
	struct pdf_verslag v;
	int rc = pdf_write(&bytes, f->html, f->metadata->stand_dag, &v, err);

	if (rc == 0)
		rc = write_beside(f, ".pdf", &bytes, err);
	if (rc == 0)
		say_pdf(f, &v);
	else
		err_outcome(err, "De html en de andere bestanden zijn wel gemaakt.");
	str_release(&bytes);
	return rc;
}

/* ---- a folder with files ---------------------------------------------------------------------- */

struct map {
	char *pad;
	struct json_out *json; /* the list of files in the metadata; NULL: not listed */
};

static int write_in(const struct map *m, const char *naam, const struct str *text, struct err *err)
{
	char *path = file_join(m->pad, naam);
	int rc = write_one(path, text, err);

	if (rc == 0 && m->json)
		metadata_file(m->json, naam, text);
	free(path);
	return rc;
}

/* What an earlier report of the same name left there and this one does not have would be taken for its own. */
static int clear(const struct map *m, const char *begin, const char *ending, struct err *err)
{
	char **names;
	size_t count;

	if (file_make_dir(m->pad, err) || file_list(m->pad, ending, &names, &count, err))
		return -1;
	for (size_t i = 0; i < count; i++) {
		char *path = file_join(m->pad, names[i]);

		if (strncmp(names[i], begin, strlen(begin)) == 0)
			unlink(path);
		free(path);
	}
	file_list_free(names, count);
	return 0;
}

static int write_tables(const struct formaten *f, const struct map *m, struct err *err)
{
	int rc = 0;

	for (size_t i = 0; rc == 0 && i < f->opname->boek.count; i++) {
		char *name = tabel_csv_naam(i + 1);
		struct str csv = STR_INIT;

		tabel_csv(&csv, &f->opname->boek.tabel[i], f->dialect);
		rc = write_in(m, name, &csv, err);
		str_release(&csv);
		free(name);
	}
	return rc;
}

static int write_codebook(const struct formaten *f, const struct map *m, struct err *err)
{
	char *path = definities_path(f->werkmap, f->installed, "reports", "kolommen.json");
	struct str csv = STR_INIT;
	int rc;

	if (!path)
		return err_set(err, ERR_DEFINITION, "reports/kolommen.json: dit bestand ontbreekt.");
	rc = tabel_codeboek(&csv, &f->opname->boek, f->dialect, path, "reports/kolommen.json", err);
	if (rc == 0)
		rc = write_in(m, "codeboek.csv", &csv, err);
	str_release(&csv);
	free(path);
	return rc;
}

static int write_csv(const struct formaten *f, struct err *err)
{
	struct json_out j = JSON_OUT_INIT;
	struct map m = {mem_printf("%s-csv", f->basis), &j};
	struct str metadata = STR_INIT;
	char *text;
	int rc = clear(&m, "tabel-", ".csv", err);

	metadata_head(&j, f->metadata, "rapport/1");
	json_out_text(&j, "rapport", f->opname->titel);
	json_out_list(&j, "bestanden");
	if (rc == 0 && (write_tables(f, &m, err) || write_codebook(f, &m, err)))
		rc = -1;
	json_out_end_list(&j);
	metadata_tail(&j, f->metadata);
	text = json_out_detach(&j);
	str_add(&metadata, text);
	m.json = NULL;
	if (rc == 0)
		rc = write_in(&m, "metadata.json", &metadata, err);
	if (rc == 0)
		say("%s/\n", m.pad);
	free(text);
	str_release(&metadata);
	free(m.pad);
	return rc;
}

/* ---- charts ---------------------------------------------------------------------------------- */

static int write_chart(const struct formaten *f, const struct map *m, const struct chart *chart, struct err *err)
{
	char *svg = mem_printf("%s.svg", chart->id), *png = mem_printf("%s.png", chart->id);
	char *alt = mem_printf("%s.txt", chart->id);
	struct str text = STR_INIT;
	int rc;

	beeld_alt(&text, chart, f->opname);
	rc = write_in(m, alt, &text, err);
	str_clear(&text);
	if (rc == 0 && f->formaten & 1u << FORMAAT_SVG) {
		beeld_svg(&text, chart, f->opname);
		rc = write_in(m, svg, &text, err);
	}
	str_clear(&text);
	if (rc == 0 && f->formaten & 1u << FORMAAT_PNG) {
		rc = beeld_png(&text, chart, f->opname, err);
		if (rc == 0)
			rc = write_in(m, png, &text, err);
	}
	str_release(&text);
	free(svg);
	free(png);
	free(alt);
	return rc;
}

static int write_charts(const struct formaten *f, struct err *err)
{
	struct map m = {mem_printf("%s-grafieken", f->basis), NULL};
	int rc = 0;

	if (f->opname->chart_count == 0) {
		say_note("Dit rapport heeft geen grafieken.");
		free(m.pad);
		return 0;
	}
	if (clear(&m, "", ".svg", err) || clear(&m, "", ".png", err) || clear(&m, "", ".txt", err))
		rc = -1;
	for (size_t i = 0; rc == 0 && i < f->opname->chart_count; i++)
		rc = write_chart(f, &m, &f->opname->chart[i], err);
	if (rc == 0)
		say("%s/\n", m.pad);
	else if (err->kind == ERR_SURROUNDINGS)
		err_outcome(err, "De html is wel gemaakt.");
	free(m.pad);
	return rc;
}

int formaten_write(const struct formaten *f, struct err *err)
{
	unsigned charts = 1u << FORMAAT_SVG | 1u << FORMAAT_PNG;

	if (write_beside(f, ".html", f->html, err) || write_calculation(f, err))
		return -1;
	if (f->formaten & 1u << FORMAAT_XLSX && write_xlsx(f, err))
		return -1;
	if (f->formaten & 1u << FORMAAT_CSV && write_csv(f, err))
		return -1;
	if (f->formaten & charts && write_charts(f, err))
		return -1;
	return f->formaten & 1u << FORMAAT_PDF ? write_pdf(f, err) : 0;
}
