#pragma once

namespace slipway
{

/// Lets all threads share two heaps instead of up to eight a core (glibc's M_ARENA_MAX), for a program that stays open
/// all day: each heap keeps the most its threads ever held at once, and threads that come and go fill one after the
/// other. To be called before the first thread begins; does nothing with another C library.
void shareHeaps();

} // namespace slipway
