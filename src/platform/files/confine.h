#pragma once

// The kernel's own walls around a process that reads what strangers made.

#include <string>

namespace fabnum::files {

// From now on this process may read `in`, write in the folder of `out`, and open nothing else (Landlock), nor
// speak to anybody, nor start a program (seccomp). Where the kernel offers less, what it offers.
void confine_to(const std::string& in, const std::string& out);

}  // namespace fabnum::files
