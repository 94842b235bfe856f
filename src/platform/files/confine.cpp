#include "platform/files/confine.h"

#include <cstddef>
#include <filesystem>
#include <vector>

#include <fcntl.h>
#include <linux/audit.h>
#include <linux/filter.h>
#include <linux/landlock.h>
#include <linux/seccomp.h>
#include <sys/prctl.h>
#include <sys/syscall.h>
#include <unistd.h>

namespace fabnum::files {
namespace {

#if defined(__x86_64__)
constexpr unsigned ours = AUDIT_ARCH_X86_64, foreign_calls = 0x40000000;  // the x32 calls share the name
#elif defined(__aarch64__)
constexpr unsigned ours = AUDIT_ARCH_AARCH64, foreign_calls = 0x40000000;
#else
#error "name this machine's calls here (linux/audit.h)"
#endif

void allow(int rules, const std::filesystem::path& path, __u64 access) {
    const int place = open(path.c_str(), O_PATH | O_CLOEXEC);
    if (place < 0) return;
    landlock_path_beneath_attr attributes{};
    attributes.allowed_access = access;
    attributes.parent_fd = place;
    syscall(SYS_landlock_add_rule, rules, LANDLOCK_RULE_PATH_BENEATH, &attributes, 0);
    close(place);
}

void close_files(const std::string& in, const std::string& out) {
    constexpr __u64 reading = LANDLOCK_ACCESS_FS_READ_FILE;
    constexpr __u64 writing = LANDLOCK_ACCESS_FS_READ_FILE | LANDLOCK_ACCESS_FS_WRITE_FILE |
                              LANDLOCK_ACCESS_FS_MAKE_REG | LANDLOCK_ACCESS_FS_REMOVE_FILE;
    landlock_ruleset_attr handled{};
    handled.handled_access_fs = (LANDLOCK_ACCESS_FS_MAKE_SYM << 1) - 1;  // all of the first version
    const auto rules = static_cast<int>(syscall(SYS_landlock_create_ruleset, &handled, sizeof handled, 0));
    if (rules < 0) return;
    allow(rules, in, reading);
    allow(rules, std::filesystem::path(out).parent_path(), writing);
    syscall(SYS_landlock_restrict_self, rules, 0);
    close(rules);
}

void close_doors() {
    // Refused calls answer EPERM, so that a library that merely asks goes on.
    constexpr unsigned refuse = SECCOMP_RET_ERRNO | 1;
    constexpr unsigned refused[] = {SYS_socket,           SYS_connect, SYS_sendto, SYS_execve,
                                    SYS_execveat,         SYS_ptrace,  SYS_kill,   SYS_tgkill,
                                    SYS_io_uring_setup,   SYS_bpf,     SYS_keyctl, SYS_process_vm_readv,
                                    SYS_process_vm_writev};
    std::vector<sock_filter> filter = {
        BPF_STMT(BPF_LD | BPF_W | BPF_ABS, offsetof(seccomp_data, arch)),
        BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, ours, 1, 0),
        BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_KILL_PROCESS),
        BPF_STMT(BPF_LD | BPF_W | BPF_ABS, offsetof(seccomp_data, nr)),
        BPF_JUMP(BPF_JMP | BPF_JGE | BPF_K, foreign_calls, 0, 1),
        BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_KILL_PROCESS),
    };
    for (const unsigned call : refused) {
        filter.push_back(BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, call, 0, 1));
        filter.push_back(BPF_STMT(BPF_RET | BPF_K, refuse));
    }
    filter.push_back(BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ALLOW));
    const sock_fprog program{static_cast<unsigned short>(filter.size()), filter.data()};
    prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &program);
}

}  // namespace

void confine_to(const std::string& in, const std::string& out) {
    prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0);
    prctl(PR_SET_DUMPABLE, 0, 0, 0, 0);
    close_files(in, out);
    close_doors();
}

}  // namespace fabnum::files
