/* fuzz_cell.c - any text as a delivered cell: refused with a reason and advice, or read as exactly the digits that
 * stand in it. */
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "base/text.h"
#include "import/cell.h"
#include "import/cell_periode.h"
#include "import/guard.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

#define CHECK(true_thing)                                                                          \
	do {                                                                                       \
		if (!(true_thing)) {                                                               \
			fprintf(stderr, "%s:%d: %s\n", __FILE__, __LINE__, #true_thing);           \
			abort();                                                                   \
		}                                                                                  \
	} while (0)

static void check_refusal(struct err *err)
{
	CHECK(err->kind == ERR_DATA);
	CHECK(err->text && *err->text && err->advice && *err->advice);
	CHECK(text_utf8_valid(err->text, strlen(err->text)) == strlen(err->text));
	CHECK(text_length(err->text) < 400); /* the cell is shown cut */
	err_release(err);
}

/* All digits of the text as one number, without what stands behind the decimals as zeros. */
static bool digits_of(const char *text, int schaal, int decimals, int64_t *out)
{
	char digit[64];
	size_t n = 0;

	for (; *text; text++)
		if (*text >= '0' && *text <= '9') {
			if (n == sizeof(digit))
				return false;
			digit[n++] = *text;
		}
	for (; decimals > schaal; decimals--) {
		CHECK(n > 0 && digit[n - 1] == '0');
		n--;
	}
	*out = 0;
	for (size_t i = 0; i < n; i++)
		*out = *out * 10 + (digit[i] - '0');
	return true;
}

/* Digits behind the decimal sign of an accepted number. */
static int decimals_of(const char *text, const struct cell_stijl *stijl)
{
	const char *sign = stijl->decimalen ? strrchr(text, stijl->decimaal) : NULL;
	int n = 0;

	for (; sign && *sign; sign++)
		n += *sign >= '0' && *sign <= '9';
	return n;
}

static void try_number(const char *text, const struct cell_stijl *stijl)
{
	struct err err = ERR_INIT;
	struct cell_waarde w;
	int64_t digits;

	if (cell_getal(text, stijl, &w, &err) < 0) {
		check_refusal(&err);
		return;
	}
	CHECK(!err.text);
	CHECK(w.staat == STAAT_WAARDE && w.begrensd && w.min == w.max);
	CHECK(w.schaal >= 0 && w.schaal <= stijl->decimalen);
	/* groups of three are no decimals, also where decimals may stand */
	if (digits_of(text, w.schaal, w.schaal ? decimals_of(text, stijl) : 0, &digits) && w.schaal)
		CHECK(digits == (w.min < 0 ? -w.min : w.min));
	if (!stijl->decimalen && digits_of(text, 0, 0, &digits))
		CHECK(digits == (w.min < 0 ? -w.min : w.min));
}

static void try_date(const char *text)
{
	struct err err = ERR_INIT;
	struct date d, again;
	struct periode p;
	struct str iso = STR_INIT;

	if (cell_datum(text, ~0u, &d, &err) < 0) {
		check_refusal(&err);
	} else {
		CHECK(date_valid(d.year, d.month, d.day));
		date_add_iso(&iso, d);
		CHECK(cell_datum(str_text(&iso), 0, &again, &err) == 0 && date_cmp(d, again) == 0);
		str_release(&iso);
	}
	for (int soort = PERIODE_KWARTAAL; soort <= PERIODE_DAG; soort++) {
		if (cell_periode(text, (enum periode_soort)soort, ~0u, &p, &err) < 0) {
			check_refusal(&err);
			continue;
		}
		CHECK((int)p.soort == soort && date_cmp(p.begin, p.eind) <= 0);
		CHECK(p.jaar >= 1899 && p.jaar <= 2200);
	}
}

static void try_guard(const char *text, size_t len)
{
	int sum = 0;
	bool nine = len == 9 && strspn(text, "0123456789") == 9;

	(void)guard_is_email(text, len);
	(void)guard_is_mobile(text, len);
	(void)guard_name_forbidden(text, NULL);
	for (int i = 0; nine && i < 9; i++)
		sum += (text[i] - '0') * (i == 8 ? -1 : 9 - i);
	if (nine)
		CHECK(guard_is_bsn(text, len, true) == (sum % 11 == 0 && strspn(text, "0") < 9));
	else
		(void)guard_is_bsn(text, len, true);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	static const struct cell_stijl styles[] = {{',', '.', 0, false}, {',', 0, 0, false}, {'.', ',', 0, false}, {',', '.', 3, false},
		{'.', 0, 6, false}, {',', '.', 2, true}};
	char *text;
	const char *trimmed;
	size_t len;

	/* what reaches a cell is valid UTF-8 without NUL (sniff), shorter than 64 KiB (csvfile) */
	if (size > 4096 || memchr(data, 0, size))
		return 0;
	text = mem_dup_n((const char *)data, size);
	trimmed = text;
	len = size;
	if (text_utf8_valid(text, size) == size) {
		cell_trim(&trimmed, &len);
		text[(size_t)(trimmed - text) + len] = '\0';
		if (len) {
			for (size_t i = 0; i < sizeof(styles) / sizeof(styles[0]); i++)
				try_number(trimmed, &styles[i]);
			try_date(trimmed);
		}
		try_guard(trimmed, len);
	}
	free(text);
	return 0;
}
