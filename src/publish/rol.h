/* rol.h - an owner is a party and a role, never a person (goals.md A.3.1). The registers ask for that, but
 * people type names; this decides what of a cell may be shown. It withholds when in doubt: a role that is
 * not recognised is not shown, and the party still is. Pure. */
#ifndef PUBLISH_ROL_H
#define PUBLISH_ROL_H

#include <stdbool.h>

/* True when the text surely names a person or a way to reach one: a title (dhr., mevrouw), an initial (J.),
 * an e-mail address or a telephone number. */
bool rol_names_person(const char *text);
/* True when the text is a role and nothing else: one of its words is a known role, and every other word is
 * in small letters, an abbreviation (VVE), a word of the field or a word of `partij`. "" is no role. */
bool rol_is_role(const char *text, const char *partij);

#endif
