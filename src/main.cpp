// The front door: arguments in, exit code out.

#include <string>
#include <vector>

#include "app/commands.h"
#include "platform/files/files.h"

int main(int argc, char** argv) {
    // The helper process that decodes pictures is this program too.
    if (argc > 1 && std::string(argv[1]) == "picture") return fabnum::files::picture_process(argc, argv);
    return fabnum::app::run({argv + 1, argv + argc});
}
