#pragma once

#include "app/windowstatefile.h"
#include "core/serialpool.h"

#include <QObject>
#include <QTimer>

#include <cstdint>
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
    /// Everything up to the last save() is in the file.
    void saved();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    /// For the disk, which may be busy for seconds.
    enum class Wait : std::uint8_t { Allowed, Forbidden };

    void write(Wait wait);
    void noteChange();
    void restoreDefault();
    void tell(const WindowStateFile::Loaded& loaded);

    MainWindow& m_window;
    WindowStateFile m_file;
    WindowStates m_states;
    QString m_view;       ///< in sight; empty while nobody knows: nothing is written then
    QJsonObject m_made;   ///< what a person made of it, as it was loaded or brought to the disk last
    QString m_restored;   ///< whose layout was taken over before the window was shown
    bool m_isKept = true; ///< what was written last could be written
    QTimer m_soon;
    std::stop_source m_closing;
    SerialPool m_writer; ///< the newest is written last
};

} // namespace slipway
