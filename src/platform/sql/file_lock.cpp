#include "platform/sql/file_lock.h"

#include <cerrno>
#include <system_error>

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include "platform/sql/sql.h"

namespace fabnum::sql {

FileLock::FileLock(const std::string& database_file) {
    const std::string name = database_file + "-lock";
    descriptor_ = ::open(name.c_str(), O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0600);
    if (descriptor_ < 0) throw Broken("cannot open " + name + ": " + std::generic_category().message(errno));
    if (::flock(descriptor_, LOCK_EX | LOCK_NB) != 0) {
        ::close(descriptor_);
        throw Broken("another program is using " + database_file +
                     ": stop it first, or give this one another --data folder");
    }
}

FileLock::~FileLock() {
    ::close(descriptor_);
}

}  // namespace fabnum::sql
