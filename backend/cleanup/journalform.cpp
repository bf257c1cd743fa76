// The lines of a journal.
#include "cleanup/cleanupjournal.h"
#include "core/jsonreader.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <array>

namespace slipway
{

using namespace Qt::StringLiterals;

namespace
{

constexpr std::array kEvents{
    std::pair{JournalEvent::Begun, "begun"},       std::pair{JournalEvent::Intended, "intended"},
    std::pair{JournalEvent::Deleted, "deleted"},   std::pair{JournalEvent::Gone, "gone"},
    std::pair{JournalEvent::Left, "left"},         std::pair{JournalEvent::Failed, "failed"},
    std::pair{JournalEvent::Restored, "restored"}, std::pair{JournalEvent::Untagging, "untagging"},
    std::pair{JournalEvent::Untagged, "untagged"}, std::pair{JournalEvent::Ended, "ended"},
};

QString nameOf(JournalEvent event)
{
    for (const auto& [value, name] : kEvents) {
        if (value == event)
            return QString::fromLatin1(name);
    }
    return {};
}

std::optional<JournalEvent> eventOf(const QString& name)
{
    for (const auto& [value, word] : kEvents) {
        if (name == QLatin1StringView(word))
            return value;
    }
    return std::nullopt;
}

void put(QJsonObject& object, const QString& name, const QString& value)
{
    if (!value.isEmpty())
        object.insert(name, value);
}

Digest optionalDigest(const JsonNode& node)
{
    return node.absent() ? Digest() : node.digest();
}

/// Of what is written now, as the line says that begins a run: each announced version has its tags, none too. Before
/// there was a form, a version without tags had no such member.
constexpr std::int64_t kForm = 2;

/// `form` is what the lines before have said.
Result<JournalEntry> readLine(const QByteArray& line, std::int64_t& form)
{
    JsonReader reader(line, {});
    if (reader.error())
        return std::unexpected(*reader.error());
    const auto root = reader.root();
    JournalEntry entry;
    const auto word = root["event"_L1];
    if (const auto event = eventOf(word.string()))
        entry.event = *event;
    else
        word.refuse(u"no event this version knows"_s);
    if (entry.event == JournalEvent::Begun)
        form = root.optional("form"_L1).integer();
    entry.at = root["at"_L1].time();
    entry.package = {root.optional("package"_L1).string()};
    entry.id = {root.optional("id"_L1).integer()};
    entry.digest = optionalDigest(root.optional("digest"_L1));
    const bool needsTags = entry.event == JournalEvent::Intended && form >= kForm;
    if (const auto tags = needsTags ? root["tags"_L1] : root.optional("tags"_L1); needsTags || !tags.absent())
        tags.forEach([&](const JsonNode& tag) { entry.tags.append(tag.string()); });
    entry.tag = root.optional("tag"_L1).string();
    entry.manifest = QByteArray::fromBase64(root.optional("manifest"_L1).string().toLatin1());
    entry.mediaType = root.optional("mediaType"_L1).string();
    entry.freedBytes = root.optional("freedBytes"_L1).integer();
    if (const auto holders = root.optional("holders"_L1); !holders.absent()) {
        entry.holders.emplace();
        holders.forEach([&](const JsonNode& count) { entry.holders->push_back(count.integer()); });
    }
    entry.plan = optionalDigest(root.optional("plan"_L1));
    entry.owner = root.optional("owner"_L1).string();
    entry.server = root.optional("server"_L1).string();
    entry.detail = root.optional("detail"_L1).string();
    if (const auto allowed = root.optional("allowed"_L1); !allowed.absent())
        allowed.forEach([&](const JsonNode& name) { entry.allowed.append(name.string()); });
    if (const auto there = root.optional("there"_L1); !there.absent())
        entry.isThere = there.boolean();
    if (!entry.manifest.isEmpty() && Digest::of(entry.manifest) != entry.digest)
        root["manifest"_L1].refuse(u"these bytes are not of this digest"_s);
    return reader.finish(std::move(entry));
}

} // namespace

QByteArray journalLine(const JournalEntry& entry)
{
    QJsonObject object{{u"event"_s, nameOf(entry.event)}, {u"at"_s, entry.at.toUTC().toString(Qt::ISODateWithMs)}};
    if (entry.event == JournalEvent::Begun)
        object.insert(u"form"_s, qint64(kForm));
    put(object, u"package"_s, entry.package.value);
    if (entry.id.value != 0)
        object.insert(u"id"_s, qint64(entry.id.value));
    if (!entry.digest.isNull())
        object.insert(u"digest"_s, entry.digest.toString());
    if (!entry.tags.isEmpty() || entry.event == JournalEvent::Intended)
        object.insert(u"tags"_s, QJsonArray::fromStringList(entry.tags));
    put(object, u"tag"_s, entry.tag);
    put(object, u"manifest"_s, QString::fromLatin1(entry.manifest.toBase64()));
    put(object, u"mediaType"_s, entry.mediaType);
    if (entry.freedBytes != 0)
        object.insert(u"freedBytes"_s, entry.freedBytes);
    if (entry.holders) {
        QJsonArray holders;
        for (const auto count : *entry.holders)
            holders.append(qint64(count));
        object.insert(u"holders"_s, holders);
    }
    if (!entry.plan.isNull())
        object.insert(u"plan"_s, entry.plan.toString());
    put(object, u"owner"_s, entry.owner);
    put(object, u"server"_s, entry.server);
    put(object, u"detail"_s, entry.detail);
    if (!entry.allowed.isEmpty())
        object.insert(u"allowed"_s, QJsonArray::fromStringList(entry.allowed));
    if (entry.isThere)
        object.insert(u"there"_s, true);
    return QJsonDocument(object).toJson(QJsonDocument::Compact) + '\n';
}

Result<JournalText> parseJournal(const QByteArray& bytes, const QString& fileName)
{
    JournalText text;
    int number = 0;
    std::int64_t form = 0;
    while (text.wholeBytes < bytes.size()) {
        const qsizetype end = bytes.indexOf('\n', text.wholeBytes);
        if (end < 0) {
            text.isTorn = true;
            break;
        }
        ++number;
        auto entry = readLine(bytes.sliced(text.wholeBytes, end - text.wholeBytes), form);
        if (!entry) {
            return failure(ErrorKind::InvalidFile, u"%1:%2"_s.arg(fileName).arg(number),
                           QCoreApplication::translate("Cleanup", "this line of the journal is damaged: %1")
                               .arg(entry.error().detail));
        }
        text.entries.push_back(*std::move(entry));
        text.wholeBytes = end + 1;
    }
    return text;
}

} // namespace slipway
