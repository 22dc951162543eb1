#include "report/pdf.h"

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/file.h"
#include "base/mem.h"
#include "base/proc.h"
#include "report/pdf_blz.h"

enum {
	SECONDS = 90,
	PDF_MAX = 128 << 20,
	OUT_MAX = 1 << 20,
	ROUNDS = 4
};

/* The digits after a key: "/CreationDate (D:20260721093000+00'00')". What is no digit stays as it is. */
static void fix_one(char *at, const char *end, const char *digits)
{
	for (; *digits && at < end; at++) {
		if (*at == ')')
			return;
		if (*at >= '0' && *at <= '9')
			*at = *digits++;
	}
}

void pdf_fix_dates(char *pdf, size_t len, struct date op)
{
	static const char *const keys[] = {"/CreationDate (D:", "/ModDate (D:"};
	char digits[32];
	struct str s = STR_INIT;

	str_add_f(&s, "%04d%02d%02d0000000000", op.year, op.month, op.day);
	memcpy(digits, str_text(&s), s.len + 1);
	str_release(&s);
	for (size_t k = 0; k < ARRAY_LEN(keys); k++) {
		size_t n = strlen(keys[k]);
		char *at = pdf;

		while ((at = memmem(at, len - (size_t)(at - pdf), keys[k], n))) {
			fix_one(at + n, pdf + len, digits);
			at += n;
		}
	}
}

/* Without a sandbox of its own only where chromium refuses otherwise: as root. */
static int run(const char *dir, struct err *err)
{
	char *profile = mem_printf("--user-data-dir=%s/profiel", dir), *to = mem_printf("--print-to-pdf=%s/blad.pdf", dir);
	char *page = mem_printf("file://%s/blad.html", dir);
	const char *const argv[] = {"chromium", "--headless", "--disable-gpu", "--no-first-run",
		"--no-default-browser-check", "--disable-extensions", "--disable-sync", "--disable-quic",
		"--disable-background-networking", "--disable-component-update", "--disable-dev-shm-usage",
		"--host-resolver-rules=MAP * ~NOTFOUND", "--lang=nl", "--no-pdf-header-footer",
		"--generate-pdf-document-outline", "--export-tagged-pdf", profile, to,
		geteuid() == 0 ? "--no-sandbox" : "--headless", page, NULL};
	struct proc proc = {.argv = argv, .dir = dir, .seconds = SECONDS, .max_out = OUT_MAX};
	int rc = proc_run(&proc, NULL, NULL, err);

	if (rc)
		err_advise(err, "Probeer het nog eens. Blijft het zo: open de html en druk hem af als pdf.");
	free(profile);
	free(to);
	free(page);
	return rc;
}

/* ---- printing, and printing again ------------------------------------------------------------ */

struct druk {
	const char *dir;
	char *page, *pdf; /* files in it */
	char *bytes;
	size_t len;
};

static int print(struct druk *d, const struct str *html, struct err *err)
{
	int rc = file_write(d->page, str_text(html), html->len, 0600, err);

	if (rc == 0)
		rc = run(d->dir, err);
	if (rc == 0 && !file_exists(d->pdf))
		rc = err_set(err, ERR_SURROUNDINGS, "chromium heeft geen pdf gemaakt.");
	free(d->bytes);
	d->bytes = NULL;
	return rc ? rc : file_read(d->pdf, PDF_MAX, &d->bytes, &d->len, err);
}

/* Chromium writes its page objects as plain text: "/Type /Page" and not "/Type /Pages". */
static size_t count_pages(const struct druk *d)
{
	static const char mark[] = "/Type /Page";
	const char *at = d->bytes, *end = d->bytes + d->len;
	size_t count = 0;

	while ((at = memmem(at, (size_t)(end - at), mark, strlen(mark)))) {
		at += strlen(mark);
		count += at == end || *at != 's';
	}
	return count;
}

/* How many the page promises; 0: nothing. */
static size_t promised(const struct str *html)
{
	static const char mark[] = "name=\"ijkpunt-pagina-max\" content=\"";
	const char *at = strstr(str_text(html), mark);

	return at ? (size_t)blz_number(at + strlen(mark)) : 0;
}

static void make_tight(struct str *out, const struct str *html)
{
	static const char mark[] = "<html lang=\"nl\"";
	const char *at = strstr(str_text(html), mark);

	if (at) {
		str_add_n(out, str_text(html), (size_t)(at - str_text(html)));
		str_add_f(out, "%s class=\"krap\"", mark);
		at += strlen(mark);
	}
	str_add(out, at ? at : str_text(html));
}

static int print_within(struct druk *d, const struct str *html, struct pdf_verslag *v, struct err *err)
{
	struct str tight = STR_INIT;
	int rc = print(d, html, err);

	v->beloofd = promised(html);
	if (rc == 0 && v->beloofd > 0 && count_pages(d) > v->beloofd) {
		make_tight(&tight, html);
		rc = print(d, &tight, err);
		v->te_lang = rc == 0 && count_pages(d) > v->beloofd;
	}
	str_release(&tight);
	return rc;
}

/* Until the numbers that were filled in are those of the print they stand in. A number can push a line to the next
 * page, so it may take another round; what never settles goes without. */
static int print_numbered(struct druk *d, const struct str *html, struct pdf_verslag *v, struct err *err)
{
	struct blz_list filled = {0}, found = {0};
	int rc = 0;

	v->zonder_nummers = true;
	for (int round = 0; rc == 0 && v->zonder_nummers && round < ROUNDS; round++) {
		struct str page = STR_INIT;

		rc = blz_read(&found, d->dir, d->pdf, err);
		if (rc == 0 && round > 0 && blz_equal(&filled, &found)) {
			v->zonder_nummers = false;
		} else if (rc == 0) {
			blz_release(&filled);
			filled = found;
			found = (struct blz_list){0};
			blz_fill(&page, html, &filled);
			rc = print(d, &page, err);
		}
		blz_release(&found);
		str_release(&page);
	}
	blz_release(&filled);
	return rc == 0 && v->zonder_nummers ? print(d, html, err) : rc;
}

static bool has_program(const char *name)
{
	char *program = proc_find(name);
	bool there = program != NULL;

	free(program);
	return there;
}

static int print_in(const char *dir, struct str *out, const struct str *html, struct date op, struct pdf_verslag *v,
	struct err *err)
{
	struct druk d = {.dir = dir, .page = file_join(dir, "blad.html"), .pdf = file_join(dir, "blad.pdf")};
	int rc = print_within(&d, html, v, err);

	if (rc == 0 && blz_asked(html)) {
		v->zonder_nummers = true;
		if (has_program("pdfinfo"))
			rc = print_numbered(&d, html, v, err);
	}
	if (rc == 0) {
		v->bladzijden = count_pages(&d);
		pdf_fix_dates(d.bytes, d.len, op);
		str_add_n(out, d.bytes, d.len);
	}
	free(d.bytes);
	free(d.page);
	free(d.pdf);
	return rc;
}

int pdf_write(struct str *out, const struct str *html, struct date op, struct pdf_verslag *verslag, struct err *err)
{
	char *dir;
	int rc;

	*verslag = (struct pdf_verslag){0};
	if (!has_program("chromium")) {
		err_set(err, ERR_SURROUNDINGS, "chromium is er niet, dus er is geen pdf.");
		return err_advise(err, "Installeer het pakket chromium, of open de html en druk hem af als pdf.");
	}
	if (proc_temp_dir(&dir, err))
		return -1;
	rc = print_in(dir, out, html, op, verslag, err);
	proc_temp_remove(dir);
	return rc;
}
