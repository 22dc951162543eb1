/* profile_fixture.h - small import profiles as text, for tests of what one key does. */
#ifndef PROFILE_FIXTURE_H
#define PROFILE_FIXTURE_H

#include "base/mem.h"
#include "def/import_def.h"
#include "def/import_load.h"

#define PROFILE_WIJK "{\"naam\":\"wijk\",\"type\":\"gebied\",\"verplicht\":true,\"niveau\":\"wijk\"}"
#define PROFILE_KWARTAAL "{\"naam\":\"kwartaal\",\"type\":\"periode\",\"verplicht\":true}"
#define PROFILE_AANTAL "{\"naam\":\"aantal\",\"type\":\"geheel\",\"verplicht\":true,\"min\":0,\"max\":5000}"

/* The text of a profile; `kolommen` is the inside of the list, `extra` more keys, each with a comma before it. */
static inline char *profile_text(const char *rijen, const char *kolommen, const char *sleutel, const char *extra)
{
	return mem_printf("{\"schema\":\"importprofiel/1\",\"bron\":\"proef\",\"naam\":\"Proef\",\"versie\":1,"
			  "\"geldig_vanaf\":\"2000-01-01\",\"rijen\":\"%s\","
			  "\"herkomst\":{\"leverancier\":\"x\",\"contactrol\":\"y\",\"ritme\":\"kwartaal\",\"verwacht_binnen_dagen\":30},"
			  "\"bestand\":{\"codering\":[\"utf-8\",\"windows-1252\"],\"bom_toegestaan\":true,"
			  "\"scheidingsteken\":[\";\",\",\"],\"decimaal\":\",\",\"duizendtal\":\".\",\"kopregel\":1,"
			  "\"commentaarteken\":null,\"max_regels\":1000},"
			  "\"periode\":{\"type\":\"kwartaal\",\"uit\":\"kolom\",\"kolom\":\"kwartaal\",\"datumvorm\":[\"kwartaal\"]},"
			  "\"kolommen\":[%s],%s%s"
			  "\"verboden\":{\"kolomnamen\":[\"leerlingcode\"],\"bsn_elfproef\":true}%s,"
			  "\"alles_of_niets\":true,\"vervangen\":\"zelfde_sleutel_nieuwe_levering\"}",
		rijen, kolommen, sleutel ? "\"sleutel\":" : "", sleutel ? sleutel : "", extra);
}

/* The same, read; the test fails when it is wrong. `sleutel` ends with a comma. */
static inline struct import_def *profile_of(const char *rijen, const char *kolommen, const char *sleutel, const char *extra)
{
	char *text = profile_text(rijen, kolommen, sleutel, extra);
	struct import_def *def = NULL;
	struct err err = ERR_INIT;

	assert_ok(import_def_parse(&def, text, strlen(text), "imports/proef.json", &err));
	free(text);
	return def;
}

#endif
