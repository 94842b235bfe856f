// The front door: arguments in, exit code out.

#include <string>
#include <vector>

#include "app/commands.h"

int main(int argc, char** argv) {
    return fabnum::app::run({argv + 1, argv + argc});
}
