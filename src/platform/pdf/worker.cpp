#include "platform/pdf/worker.h"

#include <cerrno>
#include <system_error>

#include <fcntl.h>
#include <poll.h>
#include <sys/socket.h>

namespace fabnum::pdf {
namespace {

using Clock = std::chrono::steady_clock;

constexpr std::chrono::seconds patience{20};
constexpr std::size_t document_most = 64u << 20;  // bytes

// Reads "how many attachments, each as name, type and bytes, then the HTML", every text after its length in 8
// bytes; answers "1 when it is a PDF, its length, its bytes". An empty document only hands over attachments.
// Nothing is opened but what was handed over: every other address is refused, whoever asks for it.
constexpr const char* program = R"py(
import io, os, resource, signal, struct, sys

def limit(what, most):
    resource.setrlimit(what, (most, most))

limit(resource.RLIMIT_AS, 1 << 30)
limit(resource.RLIMIT_FSIZE, 64 << 20)
limit(resource.RLIMIT_CORE, 0)
signal.signal(signal.SIGINT, signal.SIG_IGN)
line_in, line_out = os.fdopen(0, 'rb'), os.fdopen(os.dup(1), 'wb')

from urllib.parse import unquote
from weasyprint import HTML

base = 'http://document.invalid/'
kept, given = {}, {}

def fetch(url, timeout=10, ssl_context=None):
    if url.startswith('data:image/'):
        from weasyprint import default_url_fetcher
        return default_url_fetcher(url)
    name = unquote(url[len(base):]) if url.startswith(base) else None
    found = given.get(name) or kept.get(name)
    if found is None:
        raise ValueError('not part of the document')
    return {'file_obj': io.BytesIO(found[1]), 'mime_type': found[0], 'redirected_url': url}

def number():
    eight = line_in.read(8)
    if len(eight) < 8:
        sys.exit(0)
    return struct.unpack('<Q', eight)[0]

def content():
    return line_in.read(number())

def document():
    handed = {}
    for _ in range(number()):
        name = content().decode()
        kind = content().decode()
        handed[name] = (kind, content())
    return handed, content()

while True:
    given, html = document()
    if not html:
        kept.update(given)
        continue
    try:
        good, answer = 1, HTML(string=html.decode(), base_url=base, url_fetcher=fetch).write_pdf()
    except MemoryError:
        sys.exit(1)
    except Exception as error:
        good, answer = 0, str(error).encode()
    given = {}
    line_out.write(struct.pack('<QQ', good, len(answer)) + answer)
    line_out.flush()
)py";

void append_number(std::string& out, std::size_t number) {
    for (unsigned i = 0; i < 8; ++i) out += static_cast<char>(number >> (8 * i) & 0xFF);
}

void append_text(std::string& out, std::string_view text) {
    append_number(out, text.size());
    out += text;
}

std::size_t number_at(std::string_view bytes, std::size_t at) {
    std::size_t number = 0;
    for (unsigned i = 0; i < 8; ++i)
        number |= std::size_t{static_cast<unsigned char>(bytes[at + i])} << (8 * i);
    return number;
}

std::string packed(std::string_view html, const std::vector<Attachment>& attachments) {
    std::string message;
    append_number(message, attachments.size());
    for (const Attachment& one : attachments)
        for (const std::string* text : {&one.name, &one.type, &one.bytes}) append_text(message, *text);
    append_text(message, html);
    return message;
}

// Whether the line is ready for `what` before the time is over.
bool is_ready(int line, short what, Clock::time_point until) {
    for (;;) {
        const auto left = std::chrono::ceil<std::chrono::milliseconds>(until - Clock::now()).count();
        if (left <= 0) return false;
        pollfd asked{line, what, 0};
        const int ready = poll(&asked, 1, static_cast<int>(left));
        if (ready > 0) return true;
        if (ready < 0 && errno != EINTR) return false;
    }
}

}  // namespace

Worker::Line::Line() {
    int ends[2];
    if (socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends) != 0)
        throw std::system_error(errno, std::generic_category(), "no line to the PDF worker");
    ours = process::Descriptor(ends[0]);
    theirs = process::Descriptor(ends[1]);
    fcntl(ours.number(), F_SETFL, O_NONBLOCK);
}

Worker::Worker(const std::string& python)
    : child_({.command = {python, "-I", "-c", program},
              .environment = {"LC_ALL=C.UTF-8", "PATH=/usr/bin:/bin"},
              .input = line_.theirs.number(),
              .output = line_.theirs.number()}) {
    line_.theirs.close();
}

bool Worker::send(std::string_view bytes) {
    while (!bytes.empty()) {
        const ssize_t sent = ::send(line_.ours.number(), bytes.data(), bytes.size(), MSG_NOSIGNAL);
        if (sent > 0) {
            bytes.remove_prefix(static_cast<std::size_t>(sent));
            continue;
        }
        if (errno != EAGAIN && errno != EINTR) return false;
        if (!is_ready(line_.ours.number(), POLLOUT, until_)) return false;
    }
    return true;
}

Answer Worker::receive(std::string& bytes, std::size_t size) {
    bytes.resize(size);
    for (std::size_t have = 0; have < size;) {
        if (!is_ready(line_.ours.number(), POLLIN, until_)) return Answer::Silent;
        const ssize_t more = recv(line_.ours.number(), bytes.data() + have, size - have, 0);
        if (more > 0)
            have += static_cast<std::size_t>(more);
        else if (more == 0 || (errno != EAGAIN && errno != EINTR))
            return Answer::Gone;
    }
    return Answer::Printed;
}

void Worker::keep(const std::vector<Attachment>& attachments) {
    until_ = Clock::now() + patience;
    if (!attachments.empty()) send(packed("", attachments));
}

Answer Worker::print(std::string_view html, const std::vector<Attachment>& attachments, std::string& pdf) {
    until_ = Clock::now() + patience;
    ++printed_;
    if (!send(packed(html, attachments))) return Clock::now() < until_ ? Answer::Gone : Answer::Silent;
    std::string head;
    if (const Answer answer = receive(head, 16); answer != Answer::Printed) return answer;
    const std::size_t size = number_at(head, 8);
    if (size > document_most) return Answer::Gone;
    if (const Answer answer = receive(pdf, size); answer != Answer::Printed) return answer;
    return number_at(head, 0) == 1 ? Answer::Printed : Answer::Refused;
}

}  // namespace fabnum::pdf
