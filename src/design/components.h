#pragma once

// Every component, for pages.

#include "design/board.h"
#include "design/button.h"
#include "design/card.h"
#include "design/feedback.h"
#include "design/fields.h"
#include "design/icon.h"
#include "design/participant.h"
#include "design/person.h"
#include "design/picture.h"
#include "design/progress.h"
#include "design/table.h"
#include "design/tag.h"
