/* kaart.h - the shapes of areas for a map in a report. A shape says where an area lies and nothing about who lives
 * there, so every audience may see it; what may be coloured or written in it, the layer decides. */
#ifndef PUBLISH_KAART_H
#define PUBLISH_KAART_H

#include "store/kaart_store.h"

#endif
