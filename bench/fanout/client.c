/* Holds many subscriptions over one epoll loop, cheap enough not to be what is measured.

   client PORT SOCKETS SUBPROTOCOL QUERY_FILE  (QUERY_FILE: the payload of "subscribe", JSON; "-" for a plain broadcast)

   Prints "ready" once every socket has had its first message, then for each line "expect MARK" on stdin: when every
   socket has had a message with MARK in it, one line "FIRST LAST MESSAGES" (CLOCK_MONOTONIC, ns). "quit" ends it. */
#include <arpa/inet.h>
#include <errno.h>
#include <fcntl.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/epoll.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <time.h>
#include <unistd.h>

#define ROOM 32768
enum { SHAKING, ACKING, OPENING, LIVE };

struct line {
    int fd, state, marked, used;
    unsigned char *held; /* an incomplete frame */
};

static struct line *lines;
static int count, ready, plain;
static char *payload;
static char mark[256];
static int marked;
static int64_t first_at, last_at;

static int64_t now(void) {
    struct timespec at;
    clock_gettime(CLOCK_MONOTONIC, &at);
    return (int64_t)at.tv_sec * 1000000000 + at.tv_nsec;
}

static void fail(const char *what) {
    perror(what);
    exit(1);
}

static void say(struct line *line, const char *text, size_t length) {
    unsigned char frame[ROOM];
    size_t head = 2;
    frame[0] = 0x81;
    if (length < 126) {
        frame[1] = 0x80 | (unsigned char)length;
    } else {
        frame[1] = 0x80 | 126, frame[2] = (unsigned char)(length >> 8), frame[3] = (unsigned char)length;
        head = 4;
    }
    memset(frame + head, 0, 4); /* a mask of zeros leaves the text as it is */
    memcpy(frame + head + 4, text, length);
    size_t total = head + 4 + length;
    if (write(line->fd, frame, total) != (ssize_t)total) fail("write");
}

static void subscribe(struct line *line) {
    char text[ROOM / 2];
    int length = snprintf(text, sizeof text,
        "{\"id\":\"%08x-5a3c-4d2e-9f10-%012x\",\"type\":\"subscribe\",\"payload\":%s}",
        (unsigned)(line - lines), (unsigned)line->fd, payload);
    say(line, text, (size_t)length);
}

static void heard(struct line *line, const char *text, size_t length) {
    if (line->state == ACKING && memmem(text, length, "connection_ack", 14)) {
        line->state = OPENING;
        subscribe(line);
        return;
    }
    if (length < 32 && memmem(text, length, "\"ping\"", 6)) {
        say(line, "{\"type\":\"pong\"}", 15);
        return;
    }
    if (memmem(text, length, "\"errors\"", 8) || memmem(text, length, "\"error\"", 7)) {
        fprintf(stderr, "%.*s\n", (int)length, text);
        exit(1);
    }
    if (line->state == OPENING) {
        line->state = LIVE;
        ready++;
        return;
    }
    if (mark[0] && !line->marked && memmem(text, length, mark, strlen(mark))) {
        last_at = now();
        if (!marked) first_at = last_at;
        line->marked = 1;
        marked++;
    }
}

static void frames(struct line *line, unsigned char *data, size_t size) {
    size_t at = 0;
    if (line->state == SHAKING) {
        unsigned char *end = memmem(data, size, "\r\n\r\n", 4);
        if (!end) goto keep;
        if (memcmp(data, "HTTP/1.1 101", 12)) {
            fprintf(stderr, "%.*s\n", (int)(end - data), data);
            exit(1);
        }
        at = (size_t)(end - data) + 4;
        line->state = plain ? LIVE : ACKING;
        if (plain) ready++;
        else say(line, "{\"type\":\"connection_init\"}", 26);
    }
    while (size - at >= 2) {
        size_t head = 2, length = data[at + 1] & 127;
        if (length == 126) head = 4;
        if (length == 127) head = 10;
        if (size - at < head) break;
        if (head == 4) length = (size_t)data[at + 2] << 8 | data[at + 3];
        if (head == 10) {
            length = 0;
            for (int i = 0; i < 8; i++) length = length << 8 | data[at + 2 + i];
        }
        if (size - at < head + length) break;
        if ((data[at] & 15) == 8) {
            fprintf(stderr, "closed: %d\n", data[at + head] << 8 | data[at + head + 1]);
            exit(1);
        }
        if ((data[at] & 15) == 1) heard(line, (char *)data + at + head, length);
        at += head + length;
    }
keep:
    line->used = (int)(size - at);
    if (line->used) {
        if (!line->held) line->held = malloc(ROOM);
        memmove(line->held, data + at, (size_t)line->used);
    } else if (line->held) {
        free(line->held);
        line->held = NULL;
    }
}

static void read_from(struct line *line) {
    static unsigned char data[2 * ROOM];
    memcpy(data, line->held ? line->held : data, (size_t)line->used);
    ssize_t got = read(line->fd, data + line->used, ROOM - (size_t)line->used % ROOM);
    if (got < 0 && (errno == EAGAIN || errno == EINTR)) return;
    if (got <= 0) {
        fprintf(stderr, "socket %d ended\n", (int)(line - lines));
        exit(1);
    }
    frames(line, data, (size_t)line->used + (size_t)got);
}

static void open_line(struct line *line, int port, int index, const char *protocol, int epoll) {
    struct sockaddr_in to = {.sin_family = AF_INET, .sin_port = htons((uint16_t)port)};
    char request[1024];
    int on = 1;
    to.sin_addr.s_addr = htonl(0x7f000001);
    line->fd = socket(AF_INET, SOCK_STREAM, 0);
    if (line->fd < 0 || connect(line->fd, (struct sockaddr *)&to, sizeof to)) fail("connect");
    setsockopt(line->fd, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
    int length = snprintf(request, sizeof request,
        "GET /graphql HTTP/1.1\r\nHost: 127.0.0.1:%d\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
        "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Version: 13\r\n%s%s%s\r\n",
        port, *protocol ? "Sec-WebSocket-Protocol: " : "", protocol, *protocol ? "\r\n" : "");
    if (write(line->fd, request, (size_t)length) != length) fail("write");
    fcntl(line->fd, F_SETFL, O_NONBLOCK);
    struct epoll_event wanted = {.events = EPOLLIN, .data.u32 = (uint32_t)index};
    if (epoll_ctl(epoll, EPOLL_CTL_ADD, line->fd, &wanted)) fail("epoll_ctl");
}

static void turn(int epoll, int wait_ms) {
    struct epoll_event events[512];
    int many = epoll_wait(epoll, events, 512, wait_ms);
    for (int i = 0; i < many; i++)
        if (events[i].data.u32 != UINT32_MAX) read_from(&lines[events[i].data.u32]);
}

static void until_marked(int epoll) {
    while (marked < count) turn(epoll, 1000);
    printf("%lld %lld %d\n", (long long)first_at, (long long)last_at, count);
    fflush(stdout);
}

static char *contents(const char *path) {
    FILE *file = fopen(path, "r");
    char *text = calloc(1, ROOM / 4);
    if (!file || !fread(text, 1, ROOM / 4 - 1, file)) fail(path);
    fclose(file);
    return text;
}

int main(int argc, char **argv) {
    if (argc != 5) return 2;
    struct rlimit files = {1 << 16, 1 << 16};
    setrlimit(RLIMIT_NOFILE, &files);
    count = atoi(argv[2]);
    plain = !strcmp(argv[4], "-");
    payload = plain ? "" : contents(argv[4]);
    lines = calloc((size_t)count, sizeof *lines);
    int epoll = epoll_create1(0);
    for (int i = 0; i < count; i++) {
        open_line(&lines[i], atoi(argv[1]), i, argv[3], epoll);
        while (i - ready > 100) turn(epoll, 100);
    }
    while (ready < count) turn(epoll, 100);
    printf("ready\n");
    fflush(stdout);
    struct epoll_event input = {.events = EPOLLIN, .data.u32 = UINT32_MAX};
    if (epoll_ctl(epoll, EPOLL_CTL_ADD, 0, &input)) fail("stdin");
    fcntl(0, F_SETFL, O_NONBLOCK);
    for (char line[300] = "";; turn(epoll, 1000)) {
        ssize_t got = read(0, line, sizeof line - 1);
        if (got < 0) continue;
        if (got == 0 || !strncmp(line, "quit", 4)) return 0;
        line[got] = 0;
        if (sscanf(line, "expect %255s", mark) == 1) {
            for (int i = 0; i < count; i++) lines[i].marked = 0;
            marked = 0;
            printf("expecting\n");
            fflush(stdout);
            until_marked(epoll);
        }
    }
}
