#include "views/cleanup/runbar.h"

#include "views/theme/typography.h"
#include "views/widgets/elidedlabel.h"

#include <QHBoxLayout>
#include <QProgressBar>
#include <QPushButton>

namespace slipway
{

using namespace Qt::StringLiterals;

namespace
{
constexpr int kBar = 6;
} // namespace

RunBar::RunBar(QWidget* parent)
    : QFrame(parent)
    , m_text(new ElidedLabel(this))
    , m_bar(new QProgressBar(this))
    , m_pause(new QPushButton(this))
    , m_stop(new QPushButton(tr("Stop"), this))
{
    setAccessibleName(tr("Running cleanup"));
    m_bar->setTextVisible(false);
    m_bar->setFixedHeight(kBar);
    m_bar->setAccessibleName(tr("Progress"));
    m_stop->setToolTip(tr("Stops between two versions; the same plan can go on later"));
    auto* words = new QVBoxLayout;
    words->setSpacing(4);
    words->addWidget(m_text);
    words->addWidget(m_bar);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(12, 8, 12, 8);
    row->setSpacing(8);
    row->addLayout(words, 1);
    row->addWidget(m_pause);
    row->addWidget(m_stop);
    connect(m_pause, &QPushButton::clicked, this, [this] { Q_EMIT m_isPaused ? resumeRequested() : pauseRequested(); });
    connect(m_stop, &QPushButton::clicked, this, [this] {
        m_isStopping = true;
        m_stop->setEnabled(false);
        m_pause->setEnabled(false);
        showText(m_words);
        Q_EMIT cancelRequested();
    });
    showPaused(false);
    hide();
}

void RunBar::showText(const QString& text)
{
    m_words = text;
    QString state = m_title;
    if (m_isStopping)
        state = tr("Stopping");
    else if (m_isPaused)
        state = tr("Paused");
    m_text->setFullText(text.isEmpty() ? state : state + u": "_s + text);
}

void RunBar::showStarted(const QString& title)
{
    m_title = title;
    m_isRunning = true;
    m_isStopping = false;
    m_bar->setRange(0, 0);
    m_stop->setEnabled(true);
    m_pause->setEnabled(true);
    showPaused(false);
    showText({});
    show();
}

void RunBar::showProgress(const CleanupProgress& progress)
{
    m_bar->setRange(0, static_cast<int>(progress.total));
    m_bar->setValue(static_cast<int>(progress.done));
    // All is done, and what was kept is looked at: there is nothing left to stop.
    const bool isProof = progress.done == progress.total && progress.total > 0;
    if (isProof) {
        m_pause->setEnabled(false);
        m_stop->setEnabled(false);
    }
    showText(isProof ? tr("checking every kept tag") : cleanupProgressWords(progress));
}

void RunBar::showCount(int done, int total)
{
    m_bar->setRange(0, total);
    m_bar->setValue(done);
    m_pause->setEnabled(false); // restoring is quick, and whole at any moment
    showText(tr("%1 of %2 versions", "numbers").arg(done).arg(total));
}

void RunBar::showPaused(bool isPaused)
{
    m_isPaused = isPaused;
    m_pause->setText(isPaused ? tr("Go on") : tr("Pause"));
    showText(m_words);
}

void RunBar::showEnded()
{
    m_isRunning = false;
    hide();
}

QString RunBar::text() const
{
    return m_text->fullText();
}

} // namespace slipway
