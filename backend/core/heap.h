#pragma once

namespace slipway
{

/// Lets all threads share two heaps instead of up to eight a core (glibc's M_ARENA_MAX), for a program that stays open
/// all day: each heap keeps the most its threads ever held at once, and threads that come and go fill one after the
/// other. To be called before the first thread begins; does nothing with another C library.
void shareHeaps();

/// Gives blocks of 8 MiB and more back to the system as soon as they are freed. glibc begins so, but keeps whatever is
/// as large as the largest it has seen freed: after a million versions were counted once, tens of megabytes that nobody
/// uses. To be called before the first thread begins; does nothing with another C library.
void returnLargeBlocks();

/// Gives freed memory back that glibc's heaps keep for later, whatever the size of the blocks: what measuring a million
/// versions took for a moment is two hundred megabytes of small vectors. Ten milliseconds for these, during which
/// others wait who ask the same heap for memory: for a thread of the pool, once much work has ended. Does nothing with
/// another C library.
void returnFreedMemory();

} // namespace slipway
