#include "test.h"

#include "report/svg.h"

#define HEAD "<?xml version=\"1.0\"?>\n<svg viewBox=\"0 0 340 200\" xmlns=\"http://www.w3.org/2000/svg\">"
#define TEXT(what)                                                                                 \
	"<g transform=\"translate(10.00,20.00)\" stroke=\"none\" fill=\"rgb(27,36,48)\" font-family=\"Arial\" " \
	"font-size=\"11.00\" text-anchor=\"end\"><text>" what "</text></g>"

static const char *const names[] = {"De Leyens", "Zee & <b>strand</b>"};
static const struct svg_wrap wrap = {"v1", "Verloop van x", "In 2026 is het 90%.", names, 1};
static const struct svg_wrap wrap_two = {"v2", "<t>", "\"d\"", names, 2};

static int adopt(struct svg *out, const char *in, const struct svg_wrap *w, struct err *err)
{
	return svg_adopt(out, in, strlen(in), w, err);
}

static void a_drawing_is_taken_over_with_its_real_names(void **state)
{
	struct err err = ERR_INIT;
	struct svg svg = {STR_INIT};
	const char *in = HEAD "<title>Gnuplot</title><desc>x</desc><defs><circle r='1'/></defs>"
			      "<g fill=\"none\" color=\"black\" stroke=\"currentColor\" stroke-width=\"1.60\" "
			      "stroke-linecap=\"butt\" stroke-linejoin=\"miter\">"
			      "<path stroke='rgb( 20,  80, 140)'  d='M1.00,2.00 L3.00,\n\t\t4.00  '/>"
			      "<use xlink:href='#gpPt6' transform='translate(5.00,6.00) scale(2.06)' "
			      "color='rgb( 20,  80, 140)'/>"
			      "<use xlink:href='#gpPt5' transform='translate(7.00,8.00) scale(2.50)' color='white'/>"
			      "</g>" TEXT("L001") TEXT(" L002") "</svg>";

	(void)state;
	assert_ok(adopt(&svg, in, &wrap_two, &err));
	assert_string_equal(str_text(&svg.text),
		"<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 340 200\" role=\"img\" "
		"aria-labelledby=\"v2-t v2-d\">\n"
		"<title id=\"v2-t\">&lt;t&gt;</title>\n<desc id=\"v2-d\">&quot;d&quot;</desc>\n"
		"<path d=\"M1.00,2.00 L3.00, 4.00\" fill=\"none\" stroke=\"#14508c\" stroke-width=\"1.60\"/>\n"
		"<circle cx=\"5.00\" cy=\"6.00\" r=\"2.06\" fill=\"#14508c\"/>\n"
		"<circle cx=\"7.00\" cy=\"8.00\" r=\"2.50\" fill=\"none\" stroke=\"#ffffff\" stroke-width=\"1.6\"/>\n"
		"<text x=\"10.00\" y=\"20.00\" font-size=\"11.00\" fill=\"#1b2430\" text-anchor=\"end\">De Leyens"
		"</text>\n"
		"<text x=\"10.00\" y=\"20.00\" font-size=\"11.00\" fill=\"#1b2430\" text-anchor=\"end\">"
		"Zee &amp; &lt;b&gt;strand&lt;/b&gt;</text>\n</svg>\n");
	svg_release(&svg);
}

static void what_is_not_expected_is_refused(void **state)
{
	static const char *const bad[] = {
		HEAD "<script>alert(1)</script>" TEXT("L001") "</svg>",
		HEAD "<a xlink:href='http://x'>" TEXT("L001") "</a></svg>",
		HEAD "<use xlink:href='http://x#gpPt6' transform='translate(5,6) scale(2)' color='white'/>" TEXT(
			"L001") "</svg>",
		HEAD "<use xlink:href='#gpPt9' transform='translate(5,6) scale(2)' color='white'/>" TEXT("L001") "</svg>",
		HEAD "<image href='x.png'/>" TEXT("L001") "</svg>",
		HEAD "<path stroke='url(#x)' d='M1,2'/>" TEXT("L001") "</svg>",
		HEAD "<path onclick='x' d='M1,2'/>" TEXT("L001") "</svg>",
		HEAD "<path d='M1,2 &amp;'/>" TEXT("L001") "</svg>",
		HEAD "<path d='javascript'/>" TEXT("L001") "</svg>",
		HEAD "<style>*{}</style>" TEXT("L001") "</svg>",
		HEAD "<!ENTITY x 'y'>" TEXT("L001") "</svg>",
		HEAD TEXT("Meerzicht") "</svg>",
		HEAD TEXT("L002") "</svg>",
		HEAD TEXT("L000") "</svg>",
		HEAD TEXT("L001"),
		HEAD "<g>" TEXT("L001") "</svg>",
		HEAD TEXT("L001") "</g></svg>",
		HEAD "<text>L001</text></svg>",
		"<svg>" TEXT("L001") "</svg>",
		"Warning: empty y range",
		"",
	};

	(void)state;
	for (size_t i = 0; i < ARRAY_LEN(bad); i++) {
		struct err err = ERR_INIT;
		struct svg svg = {STR_INIT};

		if (adopt(&svg, bad[i], &wrap, &err) != -1) {
			print_error("niet geweigerd: %s\n", bad[i]);
			fail();
		}
		assert_int_equal(err.kind, ERR_DEFECT);
		err_release(&err);
	}
}

static void a_name_that_was_not_drawn_is_an_error(void **state)
{
	struct err err = ERR_INIT;
	struct svg svg = {STR_INIT};

	(void)state;
	assert_refused(adopt(&svg, HEAD TEXT("L001") "</svg>", &wrap_two, &err), "ontbreekt een tekst");
}

/* Every cut of a good drawing is either refused or, cut after its end, the same. */
static void a_cut_drawing_never_passes_as_whole(void **state)
{
	const char *in = HEAD "<g fill=\"none\" stroke-width=\"1\"><path stroke='black' d='M1,2 L3,4'/></g>" TEXT(
		"L001") "</svg>";

	(void)state;
	for (size_t n = 0; n < strlen(in); n++) {
		struct err err = ERR_INIT;
		struct svg svg = {STR_INIT};
		char *cut = malloc(n + 1); /* exact size, so that reading past the end shows */

		memcpy(cut, in, n);
		assert_int_equal(svg_adopt(&svg, cut, n, &wrap, &err), -1);
		free(cut);
		err_release(&err);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_drawing_is_taken_over_with_its_real_names),
		cmocka_unit_test(what_is_not_expected_is_refused),
		cmocka_unit_test(a_name_that_was_not_drawn_is_an_error),
		cmocka_unit_test(a_cut_drawing_never_passes_as_whole),
	};

	return RUN_TESTS(tests);
}
