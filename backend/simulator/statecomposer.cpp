#include "simulator/statecomposer.h"

#include "simulator/jsontext.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QRegularExpression>

#include <algorithm>

namespace slipway
{

using namespace Qt::StringLiterals;

StateComposer::StateComposer(StateDraft draft, QString subject)
    : m_draft(std::move(draft))
    , m_subject(std::move(subject))
    , m_state(std::move(m_draft.state))
    , m_composed(m_draft.versions.size())
{
    for (auto& facts : m_draft.packages)
        m_state.addPackage(std::move(facts));
    for (std::size_t at = 0; at < m_draft.versions.size(); ++at) {
        const auto& version = m_draft.versions[at];
        if (!version.key.isEmpty())
            m_byKey.insert(version.package + u'#' + version.key, at);
        m_state.nextId = std::max(m_state.nextId, version.row.id + 1);
    }
}

Result<SimulatorState> StateComposer::compose()
{
    for (std::size_t at = 0; at < m_composed.size(); ++at)
        composeVersion(at);
    for (std::size_t at = 0; at < m_composed.size(); ++at)
        placeVersion(at);
    if (m_error)
        return std::unexpected(*m_error);
    return std::move(m_state);
}

void StateComposer::refuse(const VersionDraft& from, const QString& why)
{
    if (!m_error)
        m_error = Error{ErrorKind::InvalidFile, m_subject, from.path + u": "_s + why, std::nullopt};
}

void StateComposer::composeVersion(std::size_t at)
{
    const auto& draft = m_draft.versions[at];
    if (m_composed[at].progress == Progress::Done)
        return;
    if (m_composed[at].progress == Progress::Running) {
        refuse(draft, u"points at itself in a circle, which no digest can do"_s);
        return;
    }
    m_composed[at].progress = Progress::Running;
    const auto descriptor =
        std::visit([this, &draft](const auto& content) { return compose(content, draft); }, draft.content);
    m_composed[at] = {Progress::Done, descriptor};
}

/// Puts the row into its package; two active rows of one package cannot be the same manifest.
void StateComposer::placeVersion(std::size_t at)
{
    auto& draft = m_draft.versions[at];
    auto row = draft.row;
    row.digest = m_composed[at].descriptor.digest;
    for (auto& tag : row.tags)
        tag = filled(tag, draft);
    auto& package = *m_state.findPackage(draft.package);
    if (row.presence == VersionPresence::Active && package.findDigest(row.digest) != nullptr)
        refuse(draft, u"is the same manifest as another version of the package"_s);
    for (const auto& tag : std::as_const(row.tags)) {
        if (row.presence == VersionPresence::Active && package.findTag(tag) != nullptr)
            refuse(draft, u"the tag \"%1\" is on another version of the package too"_s.arg(tag));
    }
    for (const auto& span : std::as_const(draft.tagHistory))
        package.tagHistory().append({filled(span.tag, draft), row.digest, span.from, span.until});
    package.addVersion(std::move(row));
}

SimDescriptor StateComposer::resolve(const QString& key, const VersionDraft& from)
{
    const auto full = key.contains(u'#') ? key : from.package + u'#' + key;
    const auto found = m_byKey.constFind(full);
    if (found == m_byKey.cend()) {
        refuse(from, u"there is no version with the key \"%1\""_s.arg(full));
        return {};
    }
    composeVersion(*found);
    return m_composed[*found].descriptor;
}

QString StateComposer::filled(const QString& text, const VersionDraft& from)
{
    if (!text.contains("${"_L1))
        return text;
    static const QRegularExpression kPlaceholder(u"\\$\\{(digest|hex):([^}]+)\\}"_s);
    QString result;
    qsizetype end = 0;
    for (auto matches = kPlaceholder.globalMatch(text); matches.hasNext();) {
        const auto match = matches.next();
        const auto digest = resolve(match.captured(2), from).digest;
        result += QStringView(text).sliced(end, match.capturedStart() - end);
        result += match.captured(1) == "hex"_L1 ? digest.hex() : digest.toString();
        end = match.capturedEnd();
    }
    result += QStringView(text).sliced(end);
    return result;
}

StringMap StateComposer::filled(StringMap map, const VersionDraft& from)
{
    for (auto& value : map)
        value = filled(value, from);
    return map;
}

QJsonValue StateComposer::filled(const QJsonValue& value, const VersionDraft& from)
{
    if (value.isString())
        return filled(value.toString(), from);
    if (value.isArray()) {
        QJsonArray array;
        const auto elements = value.toArray();
        for (const auto& element : elements)
            array.append(filled(element, from));
        return array;
    }
    if (value.isObject()) {
        auto object = value.toObject();
        for (auto it = object.begin(); it != object.end(); ++it)
            it.value() = filled(QJsonValue(it.value()), from);
        return object;
    }
    return value;
}

void StateComposer::fillAll(std::optional<QStringList>& texts, const VersionDraft& from)
{
    if (!texts)
        return;
    for (auto& text : *texts)
        text = filled(text, from);
}

Result<SimulatorState> composeState(StateDraft draft, const QString& subject)
{
    return StateComposer(std::move(draft), subject).compose();
}

} // namespace slipway
