#pragma once

#include "models/cleanupruns.h"

#include <QFrame>

class QProgressBar;
class QPushButton;

namespace slipway
{

class ElidedLabel;

/// How far a running cleanup is, and what can be done about it: pause, go on, stop. Hidden while nothing runs.
class RunBar final : public QFrame
{
    Q_OBJECT
public:
    explicit RunBar(QWidget* parent = nullptr);

    void showStarted(const QString& title);
    void showProgress(const CleanupProgress& progress);
    void showCount(int done, int total);
    void showPaused(bool isPaused);
    void showEnded();
    [[nodiscard]] bool isRunning() const { return m_isRunning; }
    [[nodiscard]] QString text() const;

Q_SIGNALS:
    void pauseRequested();
    void resumeRequested();
    void cancelRequested();

private:
    void showText(const QString& text);

    QString m_title;
    QString m_words;
    bool m_isRunning = false;
    bool m_isPaused = false;
    bool m_isStopping = false;
    ElidedLabel* m_text;
    QProgressBar* m_bar;
    QPushButton* m_pause;
    QPushButton* m_stop;
};

} // namespace slipway
