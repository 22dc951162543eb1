/* ijkpunt hulp [COMMANDO]: all commands, or one. */
#include "cli/command.h"
#include "cli/opt.h"
#include "cli/say.h"

static void overview(void)
{
	struct str s = STR_INIT;

	str_add(&s, "ijkpunt - laat zien wat er van de afspraken in de Lokaal Educatieve Agenda is gekomen\n\n"
		    "Gebruik: ijkpunt OPDRACHT [OPTIES] [ARGUMENTEN]\n\nOpdrachten:\n");
	for (size_t i = 0; i < command_count; i++)
		str_add_f(&s, "  %-18s%s\n", command_list[i].naam, command_list[i].samenvatting);
	str_add(&s, "\nBij elke opdracht:\n");
	opt_add_global_help(&s);
	str_add(&s, "      --versie            versie van het programma\n"
		    "\nTyp 'ijkpunt hulp OPDRACHT' voor uitleg over een opdracht.\n"
		    "Periodes: 2026-K2, 2025/2026, 2026, of een dag als 2026-06-30.\n");
	say_text(str_text(&s));
	str_release(&s);
}

int cmd_hulp(struct app *app, int argc, char **argv, struct err *err)
{
	const struct opt table[] = {OPT_END};

	if (opt_parse(app, table, &argc, &argv, err) < 0)
		return -1;
	if (argc == 0) {
		overview();
		return 0;
	}
	app->command = command_find(argv[0]);
	if (!app->command)
		return command_unknown(argv[0], err);
	app->help = true;
	return app->command->run(app, 0, argv, err);
}
