#include "app/world/pictures.h"

#include <stdexcept>
#include <string>

#include "platform/assets/assets.h"

namespace fabnum::app::world {

files::Cabinet::Checked picture(const files::Cabinet& cabinet, std::string_view name) {
    const std::string file = std::string(name) + ".jpg";
    const auto* drawing = assets::find("assets/demo/" + file);
    if (!drawing) throw std::logic_error("the lab has no picture called " + file);
    const auto checked = cabinet.check_bytes(drawing->bytes, file, {.picture = true});
    if (!checked) throw std::runtime_error("the picture " + file + " was refused: " + checked.refusal().key);
    return *checked;
}

}  // namespace fabnum::app::world
