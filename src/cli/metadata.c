#include "cli/metadata.h"

#include "base/file.h"

void metadata_head(struct json_out *j, const struct metadata *m, const char *schema)
{
	struct str dag = STR_INIT;

	date_add_iso(&dag, m->stand_dag);
	json_out_object(j, NULL);
	json_out_text(j, "schema", schema);
	json_out_text(j, "gemeente", m->app->gemeente);
	json_out_text(j, "stand_per", str_text(&dag));
	json_out_text(j, "editie", editie_code(m->editie));
	json_out_bool(j, "fictief", m->app->fictief);
	json_out_text(j, "definities", m->app->defs->hash);
	figures_json_beleid(j, m->figures);
	str_release(&dag);
}

void metadata_file(struct json_out *j, const char *naam, const struct str *text)
{
	struct file_hash hash;

	file_hash_bytes(str_text(text), text->len, &hash);
	json_out_object(j, NULL);
	json_out_text(j, "naam", naam);
	json_out_int(j, "bytes", (int64_t)text->len);
	json_out_text(j, "sha256", hash.hex);
	json_out_end_object(j);
}

static void add_definitions(struct json_out *j, const struct definities *defs)
{
	json_out_list(j, "indicatoren");
	for (size_t i = 0; i < defs->indicator_count; i++) {
		const struct indicator_def *d = defs->indicator[i];

		json_out_object(j, NULL);
		json_out_text(j, "id", d->id);
		json_out_int(j, "versie", d->versie);
		json_out_text(j, "naam", d->naam);
		json_out_text(j, "omschrijving", d->omschrijving);
		json_out_text(j, "eenheid", d->eenheid);
		json_out_text(j, "bronvermelding", d->bronvermelding);
		json_out_text(j, "sha256", d->hash);
		json_out_end_object(j);
	}
	json_out_end_list(j);
}

static void add_deliveries(struct json_out *j, const struct levering_list *list, enum editie editie)
{
	struct str periode = STR_INIT;

	json_out_list(j, "leveringen");
	for (size_t i = 0; i < list->count; i++) {
		const struct levering *l = &list->item[i];

		if (l->ingetrokken_op)
			continue;
		str_clear(&periode);
		if (l->periode.soort != PERIODE_GEEN)
			periode_add_code(&periode, l->periode);
		json_out_object(j, NULL);
		json_out_int(j, "nr", l->nr);
		json_out_text(j, "bestand", l->bestand);
		json_out_text(j, "bron", l->bron);
		json_out_text(j, "periode", periode.len ? str_text(&periode) : NULL);
		json_out_text(j, "geladen_op", l->geladen_op);
		/* For the public the hash of a file is a way to try out its hidden counts until they fit. */
		if (editie == EDITIE_INTERN)
			json_out_text(j, "sha256", l->sha256);
		json_out_end_object(j);
	}
	json_out_end_list(j);
	str_release(&periode);
}

void metadata_tail(struct json_out *j, const struct metadata *m)
{
	json_out_text(j, "programma", "ijkpunt " IJKPUNT_VERSION);
	add_definitions(j, m->app->defs);
	add_deliveries(j, m->leveringen, m->editie);
	json_out_end_object(j);
}
