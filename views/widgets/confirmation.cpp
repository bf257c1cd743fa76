#include "views/widgets/confirmation.h"

namespace slipway
{

bool matchesPhrase(const QString& typed, const QString& phrase)
{
    const QString wanted = phrase.simplified().toCaseFolded();
    return !wanted.isEmpty() && typed.simplified().toCaseFolded() == wanted;
}

} // namespace slipway
