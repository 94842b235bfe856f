#pragma once

// A story that a verb refuses is wrong: nobody can go on from there.

#include <stdexcept>
#include <string>

#include "base/result.h"

namespace fabnum::app::world {

template <class T>
T expect(const Result<T>& answer, std::string_view what) {
    if (!answer)
        throw std::logic_error("the story was refused: " + std::string(what) + ": " + answer.refusal().key);
    return *answer;
}

}  // namespace fabnum::app::world
