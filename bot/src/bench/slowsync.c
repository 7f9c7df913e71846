/*
 * Makes every fsync wait, as a disk in a cloud does.
 *
 *   cc -O2 -shared -fPIC -o slowsync.so bot/src/bench/slowsync.c -ldl
 *   SLOWSYNC_US=2000 LD_PRELOAD=$PWD/slowsync.so java -jar bot/target/muster.jar bench --only ingest
 *
 * SLOWSYNC_US is how long, in microseconds, on top of what the disk itself takes.
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <stdlib.h>
#include <unistd.h>

static void wait_a_little(void) {
    const char *micros = getenv("SLOWSYNC_US");
    if (micros != NULL && atoi(micros) > 0) {
        usleep((useconds_t) atoi(micros));
    }
}

int fsync(int file) {
    int (*real)(int) = (int (*)(int)) dlsym(RTLD_NEXT, "fsync");
    int result = real(file);
    wait_a_little();
    return result;
}

int fdatasync(int file) {
    int (*real)(int) = (int (*)(int)) dlsym(RTLD_NEXT, "fdatasync");
    int result = real(file);
    wait_a_little();
    return result;
}
