#include "drift/jsonschema.h"
#include "drift/lockconflict.h"
#include "drift/lockreader.h"

#include <QFile>
#include <QJsonDocument>

namespace slipway
{

using namespace Qt::StringLiterals;

std::vector<TextFault> checkLockText(const QByteArray& text)
{
    static const JsonSchema schema = [] {
        QFile file(u":/schema/build-lock.schema.json"_s);
        if (!file.open(QIODevice::ReadOnly))
            qFatal("the lock file's schema is not in the program");
        return JsonSchema(QJsonDocument::fromJson(file.readAll()).object());
    }();
    constexpr QByteArrayView kMark = "\xEF\xBB\xBF";
    // A merge left in it is one fault, not one for each of its lines.
    auto faults = conflictLine(text) ? std::vector<TextFault>()
                                     : schema.check(text.startsWith(kMark) ? text.sliced(kMark.size()) : text);
    if (faults.empty()) {
        if (const auto read = parseBuildLock(text, {}); !read) {
            faults.push_back(faultOf(read.error()));
            faults.back().why.replace(" at :"_L1, " at "_L1); // there is no file's name before the place
        }
    }
    return faults;
}

} // namespace slipway
