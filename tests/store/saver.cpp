#include "generations.h"
#include "store/store.h"

#include <cstdio>

using namespace slipway;

namespace
{

void tell(const char* mark, int number)
{
    std::printf("%s%d\n", mark, number);
    std::fflush(stdout);
}

} // namespace

/// saver FILE FIRST: saves generation after generation into a store, until it is killed; says of each that it begins
/// ("+N") and that it is kept ("N"). A page of a list and a document go with each, as in a scan.
int main(int argc, char** argv)
{
    if (argc != 3)
        return 2;
    const auto store = Store::open(QString::fromLocal8Bit(argv[1]));
    if (!store)
        return 1;
    const StoreScope scope{QStringLiteral("api.github.com"), {QStringLiteral("northquay"), 7, OwnerKind::Organization}};
    for (int number = QByteArray(argv[2]).toInt();; ++number) {
        const auto snapshot = test::generation(number);
        tell("+", number);
        const QByteArray text = QByteArray::number(number);
        const auto document = (*store)->saveDocument(Digest::of(text), {text, {}}, nullptr);
        const auto page = (*store)->savePage(scope, QStringLiteral("page"), {text, {}, text});
        if (!document || !page || !(*store)->saveSnapshot(scope, *snapshot))
            return 1;
        tell("", number);
    }
}
