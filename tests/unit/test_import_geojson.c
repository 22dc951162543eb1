#include "test.h"

#include "import_fixture.h"
#include "store/kaart_store.h"

#define SQUARE "[[4.5,52.05],[4.51,52.05],[4.51,52.06],[4.5,52.05]]"
#define FEATURE(code, shape) "{\"type\":\"Feature\",\"geometry\":{" shape "},\"properties\":{\"statcode\":\"" code "\",\"statnaam\":\"x\",\"id\":12}}"
#define POLYGON "\"type\":\"Polygon\",\"coordinates\":[" SQUARE "]"
#define MAP(features) "{\"type\":\"FeatureCollection\",\"features\":[\n" features "]}"
#define NAME "wijken_2025_test.geojson"

static void shapes_are_kept_per_area_and_division(void **state)
{
	struct fixture *f = *state;
	const struct stand now = {DATE_NONE, 0};
	const struct kaart_vorm *v;
	struct kaart kaart;
	struct err err = ERR_INIT;

	import_text(f, NAME,
		MAP(FEATURE("WK063701", POLYGON) ",\n" FEATURE("WK063705", "\"type\":\"MultiPolygon\",\"coordinates\":[[" SQUARE "," SQUARE "],[" SQUARE "]]")
			",\n" FEATURE("WK054601", POLYGON)));
	expect(f, IMPORT_GELADEN);
	assert_string_equal(f->out.periode, "2025");
	assert_int_equal(f->out.waarnemingen, 2);
	find(f, "gebied", "1 rij is overgeslagen");
	import_text(f, "wijken_2024_test.geojson", MAP(FEATURE("WK063701", POLYGON)));
	expect(f, IMPORT_GELADEN);
	assert_ok(kaart_store_load(f->store, now, &kaart, &err));
	assert_int_equal(kaart.count, 3);
	v = kaart_find(&kaart, "WK063705", "2025");
	assert_int_equal(v->count, 3);
	assert_int_equal(v->ring[1].count, 4);
	assert_int_equal(v->ring[0].punt[1].lon, 4510000);
	assert_int_equal(v->ring[0].punt[1].lat, 52050000);
	assert_non_null(kaart_find(&kaart, "WK063701", "2024"));
	assert_null(kaart_find(&kaart, "WK063705", "2024"));
	kaart_release(&kaart);
	import_text(f, NAME, MAP(FEATURE("WK063705", "\"type\":\"MultiPolygon\",\"coordinates\":[[" SQUARE "," SQUARE "],[" SQUARE "]]")
				 ",\n" FEATURE("WK063701", POLYGON)));
	expect(f, IMPORT_AL_GELADEN);
}

static void what_is_no_map_is_refused_with_its_line(void **state)
{
	static const struct {
		const char *text, *part;
		int64_t line;
	} cases[] = {
		{"{\"type\":\"Topology\"}", "maar geen kaart", 1},
		{"{\"a\":", "", 0},
		{"{\"type\":\"FeatureCollection\",\"features\":[]}", "maar geen kaart", 1},
		{MAP(FEATURE("WK063701", POLYGON) ",\n" FEATURE("WK063705", "\"type\":\"Point\",\"coordinates\":[4.5,52]")), "geen vlak", 3},
		{MAP(FEATURE("WK063701", "\"type\":\"Polygon\",\"coordinates\":[[[90000,450000],[1,2],[3,4],[5,6]]]")), "geen vlak", 2},
		{MAP(FEATURE("WK063701", "\"type\":\"Polygon\",\"coordinates\":[[[4.5,52]]]")), "geen vlak", 2},
		{MAP(FEATURE("WK063701", "\"type\":\"Polygon\",\"coordinates\":[]")), "geen vlak", 2},
		{MAP(FEATURE("WK063701", "\"type\":\"Polygon\",\"coordinates\":[[[4.5],[4.5],[4.5],[4.5]]]")), "geen vlak", 2},
		{MAP(FEATURE("WK063701", "\"type\":\"Polygon\",\"coordinates\":[[[\"a\",52],[4.5,52],[4.5,52],[4.5,52]]]")), "geen vlak", 2},
		{MAP(FEATURE("WK063701", "\"type\":\"MultiPolygon\",\"coordinates\":[]")), "geen vlak", 2},
		{MAP(FEATURE("WK063701", "\"type\":\"Polygon\"")), "geen vlak", 2},
		{MAP(FEATURE("WK063701", "\"coordinates\":[]")), "geen vlak", 2},
		{MAP(FEATURE("WK063701", POLYGON) ",{\"type\":\"Feature\",\"properties\":{}}"), "geen vlak", 2},
		{MAP(FEATURE("WK063701", POLYGON) ",3"), "geen vlak", 2},
	};
	struct fixture *f = *state;

	for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
		expect_refused(f, NAME, cases[i].text, "kaart", cases[i].part);
		assert_int_equal(find(f, "kaart", cases[i].part)->line, cases[i].line);
	}
}

static void other_properties_are_not_kept_and_persons_are_refused(void **state)
{
	struct fixture *f = *state;

	expect_refused(f, NAME,
		MAP("{\"type\":\"Feature\",\"geometry\":{" POLYGON "},\"properties\":{\"statcode\":\"WK063701\",\"statnaam\":\"x\",\"bsn\":\"111222333\"}}"),
		"persoonsgegevens", "hoort bij persoonsgegevens");
	expect_refused(f, NAME, MAP("{\"type\":\"Feature\",\"geometry\":{" POLYGON "},\"properties\":{\"foo\":[1],\"bar\":null}}"), "profiel",
		"geen enkel profiel");
	expect_refused(f, NAME, MAP("{\"type\":\"Feature\",\"geometry\":{" POLYGON "},\"properties\":null}"), "profiel", "geen enkel profiel");
	expect_refused(f, NAME, MAP(FEATURE("GM0637", POLYGON)), "gebied", "hier hoort een wijk");
	expect_refused(f, NAME, MAP(FEATURE("WK063701", POLYGON) "," FEATURE("WK063701", POLYGON)), "dubbel", "dezelfde sleutel");
	expect_refused(f, "kaart.geojson", MAP(FEATURE("WK063701", POLYGON)), "bestandsnaam", "alleen in de bestandsnaam");
}

static void the_published_maps_load(void **state)
{
	struct fixture *f = *state;
	struct err err = ERR_INIT;
	const char *path = "../shared/data/geo/wijken_2025_GM0637.geojson";

	if (!test_has_shared(path))
		skip();
	import_result_release(&f->out);
	assert_ok(import_file(&f->ctx, path, &f->opt, &f->out, &err));
	/* the fixture knows four of the fifteen wijken */
	expect(f, IMPORT_GEWEIGERD);
	assert_int_equal(f->out.bevindingen.fouten, 11);
	find(f, "gebied", "WK063702");
}

#define T(name) cmocka_unit_test_setup_teardown(name, fixture_setup, fixture_teardown)

int main(void)
{
	const struct CMUnitTest tests[] = {
		T(shapes_are_kept_per_area_and_division),
		T(what_is_no_map_is_refused_with_its_line),
		T(other_properties_are_not_kept_and_persons_are_refused),
		T(the_published_maps_load),
	};

	return RUN_TESTS(tests);
}
