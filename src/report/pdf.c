#include "report/pdf.h"

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/file.h"
#include "base/mem.h"
#include "base/proc.h"

enum {
	SECONDS = 90,
	PDF_MAX = 128 << 20,
	OUT_MAX = 1 << 20
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

static int print_in(const char *dir, struct str *out, const struct str *html, struct date op, struct err *err)
{
	char *page = file_join(dir, "blad.html"), *pdf = file_join(dir, "blad.pdf"), *bytes = NULL;
	size_t len;
	int rc = file_write(page, str_text(html), html->len, 0600, err);

	if (rc == 0)
		rc = run(dir, err);
	if (rc == 0 && !file_exists(pdf))
		rc = err_set(err, ERR_SURROUNDINGS, "chromium heeft geen pdf gemaakt.");
	if (rc == 0)
		rc = file_read(pdf, PDF_MAX, &bytes, &len, err);
	if (rc == 0) {
		pdf_fix_dates(bytes, len, op);
		str_add_n(out, bytes, len);
	}
	free(bytes);
	free(page);
	free(pdf);
	return rc;
}

int pdf_write(struct str *out, const struct str *html, struct date op, struct err *err)
{
	char *program = proc_find("chromium"), *dir;
	bool there = program != NULL;
	int rc;

	free(program);
	if (!there) {
		err_set(err, ERR_SURROUNDINGS, "chromium is er niet, dus er is geen pdf.");
		return err_advise(err, "Installeer het pakket chromium, of open de html en druk hem af als pdf.");
	}
	if (proc_temp_dir(&dir, err))
		return -1;
	rc = print_in(dir, out, html, op, err);
	proc_temp_remove(dir);
	return rc;
}
