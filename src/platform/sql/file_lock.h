#pragma once

// FileLock: a file beside the database, held by flock(2) as long as a program has it open, so that a second
// server on the same data refuses to start. The system lets go of it when the program dies, however it dies.

#include <string>

namespace fabnum::sql {

class FileLock {
 public:
    // Throws Broken when another program holds it.
    explicit FileLock(const std::string& database_file);
    ~FileLock();
    FileLock(const FileLock&) = delete;
    FileLock& operator=(const FileLock&) = delete;

 private:
    int descriptor_ = -1;
};

}  // namespace fabnum::sql
