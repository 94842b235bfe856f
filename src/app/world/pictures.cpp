#include "app/world/pictures.h"

#include <stdexcept>

#include "platform/assets/assets.h"

namespace fabnum::app::world {

const files::Cabinet::Checked& Pictures::operator[](const std::string& name) {
    if (const auto found = placed_.find(name); found != placed_.end()) return found->second;
    const std::string file = name + ".jpg";
    const auto* drawing = assets::find("assets/demo/" + file);
    if (!drawing) throw std::logic_error("the lab has no picture called " + file);
    const auto checked = cabinet_.check_bytes(drawing->bytes, file, {.picture = true});
    if (!checked) throw std::runtime_error("the picture " + file + " was refused: " + checked.refusal().key);
    return placed_.emplace(name, *checked).first->second;
}

}  // namespace fabnum::app::world
