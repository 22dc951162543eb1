/* The words of a goal's fields, and who answers for it. */
#include "cli/doelen_woord.h"

static const char *const meetbaarheden[] = {"getal", "proxy", "kwalitatief"};
static const char *const statussen[] = {"lopend", "gehaald", "niet gehaald", "verlopen", "vervallen"};

const char *doelen_meetbaar(enum meetbaarheid m)
{
	return meetbaarheden[m];
}

const char *doelen_soort(enum doel_soort s)
{
	return s == DOEL_OAB_AFSPRAAK ? "OAB-afspraak" : doel_soort_code(s);
}

const char *doelen_status(enum doel_status s)
{
	return statussen[s];
}

void doelen_json_eigenaren(struct json_out *j, const struct doel_def *d)
{
	json_out_list(j, "eigenaar");
	for (size_t i = 0; i < d->eigenaar_count; i++) {
		json_out_object(j, NULL);
		json_out_text(j, "partij", d->eigenaar[i].partij);
		json_out_text(j, "rol", d->eigenaar[i].rol);
		json_out_text(j, "bron", d->eigenaar[i].bron->document);
		json_out_text(j, "plaats", d->eigenaar[i].plaats);
		json_out_end_object(j);
	}
	json_out_end_list(j);
}
