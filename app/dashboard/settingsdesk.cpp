#include "app/dashboard/settingsdesk.h"

#include "core/errortext.h"
#include "core/logcategories.h"

namespace slipway
{

namespace
{

/// `error` names the file a damaged one was set aside as.
QString damageText(const Error& error)
{
    if (error.kind != ErrorKind::InvalidFile)
        return errorLine(error);
    return SettingsDesk::tr("The settings were damaged (%1). They are kept as %2; the usual values count.")
        .arg(error.detail, error.subject);
}

} // namespace

SettingsDesk::SettingsDesk(SettingsFile file, const Result<ReadSettings>& loaded, QObject* parent)
    : QObject(parent)
    , m_file(std::move(file))
{
    if (loaded) {
        m_settings = loaded->settings;
        m_problems = loaded->problems;
    } else {
        m_error = loaded.error();
    }
    for (const auto& problem : m_problems)
        qCWarning(logSession, "%s:%d: %s: %s", qUtf8Printable(m_file.path()), problem.line,
                  qUtf8Printable(problem.path), qUtf8Printable(problem.detail));
}

QString SettingsDesk::notice() const
{
    if (m_error)
        return damageText(*m_error);
    if (m_problems.empty())
        return {};
    const auto& first = m_problems.front();
    const QString where = tr("%1, line %2: %3: %4").arg(m_file.path()).arg(first.line).arg(first.path, first.detail);
    const auto others = static_cast<int>(m_problems.size()) - 1;
    return others == 0
               ? tr("A setting cannot be understood; its usual value counts. %1").arg(where)
               : tr("%n setting(s) cannot be understood; their usual values count. The first: %1", nullptr, others + 1)
                     .arg(where);
}

void SettingsDesk::change(const std::function<void(UserSettings&)>& change)
{
    UserSettings wanted = m_settings;
    change(wanted);
    if (wanted == m_settings)
        return;
    auto kept = m_file.update(change);
    if (!kept && kept.error().kind == ErrorKind::InvalidFile) {
        Q_EMIT told(damageText(kept.error()));
        kept = m_file.update([&wanted](UserSettings& settings) { settings = wanted; });
    }
    if (!kept)
        Q_EMIT told(errorLine(kept.error()));
    m_settings = kept ? *kept : wanted;
    Q_EMIT changed();
}

} // namespace slipway
