#include "features/notebook/note.h"

#include "base/words.h"

namespace fabnum::notebook {

std::string_view word_of(Reading reading) {
    return word_in(readings, reading);
}

}  // namespace fabnum::notebook
