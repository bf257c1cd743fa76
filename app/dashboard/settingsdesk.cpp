#include "app/dashboard/settingsdesk.h"

#include "core/errortext.h"
#include "core/logcategories.h"

#include <chrono>
#include <tuple>
#include <utility>

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
    constexpr std::chrono::milliseconds kSoon{200};
    m_kept = m_settings;
    m_soon.setSingleShot(true);
    m_soon.setInterval(kSoon);
    connect(&m_soon, &QTimer::timeout, this, &SettingsDesk::send);
}

SettingsDesk::~SettingsDesk()
{
    m_closing.request_stop();
    m_writer.waitForDone();
    if (m_sent && m_written.kept)
        m_kept = *m_sent;
    if (m_settings != m_kept)
        std::ignore = write(m_file, m_kept, m_settings, m_closing.get_token());
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
    m_settings = wanted;
    // Not at once: what is changed last is often to close the window, and then nothing may wait for the disk.
    if (!m_sent && !m_soon.isActive())
        m_soon.start();
    Q_EMIT changed();
}

void SettingsDesk::send()
{
    if (m_settings == m_kept)
        return; // taken back
    m_sent = m_settings;
    m_writer.start([this, file = m_file, before = m_kept, after = m_settings, closing = m_closing.get_token()] {
        m_written = write(file, before, after, closing);
        QMetaObject::invokeMethod(this, &SettingsDesk::takeWritten, Qt::QueuedConnection);
    });
}

SettingsDesk::Written SettingsDesk::write(const SettingsFile& file, const UserSettings& before,
                                          const UserSettings& after, const std::stop_token& closing)
{
    const auto update = [&](const UserSettings& from) { return file.update(from, after, closing); };
    Written written{update(before), {}};
    if (!written.kept && written.kept.error().kind == ErrorKind::InvalidFile) {
        written.damage = written.kept.error();
        written.kept = update({});
    }
    if (!written.kept)
        qCWarning(logSession, "the settings were not kept: %s", qUtf8Printable(errorLine(written.kept.error())));
    return written;
}

void SettingsDesk::takeWritten()
{
    const Written written = std::exchange(m_written, {});
    const UserSettings sent = *std::exchange(m_sent, std::nullopt);
    const bool isNewest = m_settings == sent;
    if (!isNewest)
        m_soon.start();
    if (written.kept)
        m_kept = isNewest ? *written.kept : sent;
    const bool isOther = written.kept && isNewest && *written.kept != m_settings;
    if (isOther)
        m_settings = *written.kept; // another window has set something meanwhile
    if (written.damage)
        Q_EMIT told(damageText(*written.damage));
    if (!written.kept)
        Q_EMIT told(errorLine(written.kept.error()));
    if (isOther)
        Q_EMIT changed();
}

} // namespace slipway
