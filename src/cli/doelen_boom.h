/* doelen_boom.h - the goals as a tree for the terminal. */
#ifndef CLI_DOELEN_BOOM_H
#define CLI_DOELEN_BOOM_H

#include "base/str.h"
#include "def/doel_graaf.h"

/* The goals that fall under `boven` (NULL: all), as branches. A goal that falls under several shows each
 * time; what is under it only the first. */
void doelen_add_boom(struct str *s, const struct doel_list *list, const struct doel_def *boven);

#endif
