#pragma once

// Drawings for orders that have no photo yet, one per kind. Decoration: hidden from screen readers.

#include "platform/html/html.h"

namespace fabnum::design {

enum class Picture { Object, Sign, Series, Media, Web, Event, Repair, Workshop };

html::Markup picture(Picture kind);

}  // namespace fabnum::design
