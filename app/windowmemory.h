#pragma once

#include "app/windowstatefile.h"
#include "core/serialpool.h"

#include <QObject>
#include <QSet>
#include <QTimer>

#include <cstdint>
#include <optional>
#include <stop_token>

namespace slipway
{

class MainWindow;

/// Keeps how a window is arranged and arranges it so again, for each view apart: a view is a registry with an owner.
/// What changed is written soon after, on a thread of its own, and whole at every moment. Owns the action "Restore
/// default layout".
class WindowMemory final : public QObject
{
    Q_OBJECT
public:
    /// The window outlives it.
    WindowMemory(MainWindow& window, const QString& dataFolder, QObject* parent = nullptr);
    /// Writes what is not written yet, and waits for it.
    ~WindowMemory() override;

    /// Before the window is shown: as this view was left, or as the last one was where it is not known (empty).
    void restore(const QString& view);
    /// From here on the window shows this view: its pages are arranged as they were left, the window itself stays.
    void show(const QString& view);
    /// Nothing could be opened: until something is, the window is that of the view it was restored as.
    void stay();
    /// The program ends: from here on nothing waits for the disk.
    void close() { m_closing.request_stop(); }
    /// Writes how the window is arranged now, if that is not written yet. Only what a person made, as saved filters
    /// are, is brought to the disk at once.
    void save();

Q_SIGNALS:
    /// A write has ended, well or not; what changed while it ran follows soon.
    void saved();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    /// For the disk, which may be busy for seconds.
    enum class Wait : std::uint8_t { Allowed, Forbidden };

    struct InFlight {
        WindowStates states;
        int madeCount; ///< what a person made is on the disk as far as this, once it is written
    };

    void note();
    void write(Wait wait);
    void settle();
    [[nodiscard]] WindowStates unkept() const;
    static void tellUnkept(const Result<void>& written);
    void noteChange();
    void restoreDefault();
    void tell(const WindowStateFile::Loaded& loaded);

    MainWindow& m_window;
    WindowStateFile m_file;
    WindowStates m_states;
    QString m_view;         ///< in sight; empty while nobody knows: nothing is written then
    QJsonObject m_made;     ///< what a person made of it, as it was loaded or looked at last
    int m_madeCount = 0;    ///< how often that was another than before
    int m_madeKept = 0;     ///< how many of these are on the disk
    QString m_restored;     ///< whose layout was taken over before the window was shown
    QSet<QString> m_unkept; ///< views of which the newest layout may not be in the file
    std::optional<InFlight> m_inFlight;
    bool m_isWritten = false; ///< set on the writer's thread
    QTimer m_soon;
    std::stop_source m_closing;
    SerialPool m_writer; ///< the newest is written last
};

} // namespace slipway
