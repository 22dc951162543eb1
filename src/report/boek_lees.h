/* boek_lees.h - reads back what the page printed: a number with its unit (boek_read_number in boek.h), two numbers
 * in one cell, a date. Inside the room only; for boek.c. Pure. */
#ifndef REPORT_BOEK_LEES_H
#define REPORT_BOEK_LEES_H

#include "report/boek.h"

/* "530 van 583", or "tussen 88,3 en 93,1%", which is 88,3% and 93,1%. */
struct boek_paar {
	bool tussen;
	char *een, *twee;
};
/* false: not two numbers, and nothing to release. */
bool boek_read_paar(const char *text, struct boek_paar *out);
void boek_paar_release(struct boek_paar *p);
/* "30 juni 2026". */
bool boek_read_datum(const char *text, struct date *out);

#endif
