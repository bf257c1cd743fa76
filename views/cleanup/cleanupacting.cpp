#include "views/cleanup/cleanupacting.h"

#include "core/errortext.h"
#include "views/cleanup/cleanuppage.h"
#include "views/cleanup/cleanupquestion.h"
#include "views/cleanup/historypane.h"
#include "views/cleanup/runbar.h"
#include "views/widgets/confirmdialog.h"
#include "views/widgets/filesaving.h"
#include "views/widgets/messagebar.h"

#include <QPushButton>

#include <algorithm>

namespace slipway
{

using namespace Qt::StringLiterals;

namespace
{

/// Whether both would delete the same, as it was listed, and would ask about the same packages.
bool isSamePlan(const CleanupSheet& a, const CleanupSheet& b)
{
    const auto isSameVersion = [&](const Deletion& one, const Deletion& other) {
        const auto& mine = a.snapshot().versions[one.version];
        const auto& theirs = b.snapshot().versions[other.version];
        return mine.id == theirs.id && mine.updatedMs == theirs.updatedMs
               && std::ranges::equal(a.snapshot().tagsOf(mine), b.snapshot().tagsOf(theirs));
    };
    const auto isSamePackage = [&](const LargeDeletion& one, const LargeDeletion& other) {
        return a.snapshot().packages[one.package].name == b.snapshot().packages[other.package].name;
    };
    return std::ranges::equal(a.plan.deletions, b.plan.deletions, isSameVersion)
           && std::ranges::equal(a.plan.needsConfirmation, b.plan.needsConfirmation, isSamePackage);
}

} // namespace

CleanupActing::CleanupActing(CleanupPage& page)
    : QObject(&page)
    , m_page(page)
    , m_runBar(new RunBar(&page))
    , m_result(new MessageBar(&page))
    , m_note(new MessageBar(&page))
    , m_history(new HistoryPane(&page))
{
    for (auto* bar : {m_result, m_note}) {
        bar->setClosable(true);
        bar->hide();
    }
    connect(m_runBar, &RunBar::pauseRequested, this, &CleanupActing::pauseRequested);
    connect(m_runBar, &RunBar::resumeRequested, this, &CleanupActing::resumeRequested);
    connect(m_runBar, &RunBar::cancelRequested, this, &CleanupActing::cancelRequested);
    connect(m_history, &HistoryPane::restoreRequested, this, &CleanupActing::restore);
    connect(m_history, &HistoryPane::goOnRequested, this, &CleanupActing::goOnRequested);
    connect(m_result, &MessageBar::actionTriggered, this, [this] { restore(m_broken, {}); });
    connect(m_result, &MessageBar::closed, this, [this] { m_broken.clear(); });
}

void CleanupActing::setRegistry(const QString& name, bool isDemo)
{
    m_registry = name;
    m_isDemo = isDemo;
}

ConfirmDialog* CleanupActing::dialog() const
{
    return m_dialog;
}

void CleanupActing::askToApply(const Clock& clock)
{
    if (!m_page.sheet() || isRunning() || m_dialog)
        return;
    m_asked = m_page.sheet();
    m_rest.reset();
    m_clock = clock;
    m_allowed.clear();
    m_leftOut.clear();
    askLarge(0);
}

void CleanupActing::tellWhyNot(const QString& why)
{
    say(Tone::Warn, why);
}

/// Beside the restore that is offered, as long as it is; else in its place.
void CleanupActing::say(Tone tone, const QString& sentence, const QStringList& details)
{
    const bool isOffering = !m_broken.isEmpty();
    if (!isOffering)
        m_result->setAction({});
    m_result->setVisible(isOffering);
    m_note->hide();
    (isOffering ? m_note : m_result)->announceMessage(tone, sentence, details);
}

void CleanupActing::restore(const QString& journal, const QList<VersionId>& versions)
{
    m_restoring = versions.isEmpty() ? journal : QString();
    Q_EMIT restoreRequested(journal, versions);
}

/// One package after another that is over a limit, each by its name; then all.
void CleanupActing::askLarge(std::size_t next)
{
    if (!m_asked)
        return; // another owner is in sight
    const auto& large = m_asked->plan.needsConfirmation;
    if (next >= large.size()) {
        if (m_leftOut.isEmpty())
            askAll(shareOf(*m_asked, {}));
        else
            Q_EMIT shareWanted(m_asked, m_leftOut);
        return;
    }
    const PackageName name = m_asked->snapshot().packages[large[next].package].name;
    auto& dialog = ask(largeQuestion(*m_asked, large[next]));
    connect(&dialog, &QDialog::finished, this, [this, name, next](int result) {
        if (result == QDialog::Rejected)
            return; // all of it
        (result == QDialog::Accepted ? m_allowed : m_leftOut).insert(name);
        askLarge(next + 1);
    });
    dialog.open();
}

void CleanupActing::takeShare(const CleanupSheetPtr& sheet, const CleanupShare& share)
{
    if (sheet == m_asked && share.leftOut == m_leftOut && !m_dialog && !isRunning())
        askAll(share);
}

void CleanupActing::askAll(const CleanupShare& share)
{
    if (share.goes == 0) {
        say(Tone::Info, tr("Nothing is left to delete: every package was left out."));
        return;
    }
    auto& dialog = ask(cleanupQuestion(*m_asked, share, m_registry, m_isDemo, m_clock.now()));
    connect(&dialog, &QDialog::accepted, this, [this] { Q_EMIT applyRequested(m_asked, m_allowed); });
    noteSheet(m_page.sheet());
    dialog.open();
}

/// Whatever is deleted by it can be listed before.
ConfirmDialog& CleanupActing::ask(const Confirmation& question)
{
    m_dialog = new ConfirmDialog(question, &m_page);
    m_dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(m_dialog, &ConfirmDialog::listWanted, this, &CleanupActing::askWhereToList);
    connect(m_dialog, &QDialog::finished, this, [this] { m_dialog.clear(); });
    return *m_dialog;
}

void CleanupActing::askWhereToList()
{
    const QString owner = m_registry.section(u'/', -1);
    askWhereToSave(*m_dialog, {tr("Save the list of what goes"), owner + u"-cleanup.csv"_s},
                   [this](const QString& path) {
                       if (m_rest)
                           Q_EMIT restListRequested(*m_rest, path);
                       else
                           Q_EMIT listRequested(m_asked, m_leftOut, path);
                   });
}

void CleanupActing::showListSaved(const QString& path, const Result<void>& done)
{
    const Tone tone = done ? Tone::Ok : Tone::Bad;
    const QString sentence = done ? tr("The list was saved as %1", "a file").arg(path) : errorLine(done.error());
    if (m_dialog) {
        m_dialog->tell(tone, sentence);
        return;
    }
    say(tone, sentence);
}

void CleanupActing::askToGoOn(const CleanupRest& rest, const Clock& clock)
{
    if (isRunning() || m_dialog)
        return;
    m_asked.reset(); // what is asked about is no plan in sight
    m_rest = rest;
    auto& dialog = ask(restQuestion(rest, m_registry, m_isDemo, clock.now()));
    connect(&dialog, &QDialog::accepted, this, [this] { Q_EMIT restConfirmed(*m_rest); });
    dialog.open();
}

void CleanupActing::noteSheet(const CleanupSheetPtr& sheet)
{
    if (!m_dialog || !m_asked)
        return;
    if (!sheet || !isSamePlan(*m_asked, *sheet))
        m_dialog->setBlocked(tr("The plan has changed since. Cancel, and look at the new one."));
    else if (sheet->inventory != m_page.inventory())
        m_dialog->setBlocked(tr("The plan is being made anew. Wait a moment."));
    else
        m_dialog->setBlocked({});
}

bool CleanupActing::isRunning() const
{
    return m_runBar->isRunning();
}

void CleanupActing::showStarted(const QString& title)
{
    m_result->hide();
    m_note->hide();
    m_runBar->showStarted(title);
    Q_EMIT runningChanged();
}

void CleanupActing::showProgress(const CleanupProgress& progress)
{
    m_runBar->showProgress(progress);
}

void CleanupActing::showPaused(bool isPaused)
{
    m_runBar->showPaused(isPaused);
}

void CleanupActing::showRestoring(int done, int total)
{
    m_runBar->showCount(done, total);
}

void CleanupActing::endRun()
{
    m_runBar->showEnded();
    Q_EMIT runningChanged();
}

void CleanupActing::showEnded(const CleanupResult& result)
{
    endRun();
    const bool isBroken = !result.proof.broken.empty();
    const bool isWhole = result.outcome.skipped.empty() && result.outcome.failed.empty() && !result.outcome.stopped
                         && result.proof.isProven() && result.proof.gone.empty();
    if (!result.proof.restoreHelps) {
        if (m_broken == result.outcome.journal && (isBroken || result.proof.isProven()))
            m_broken.clear();
        say(isWhole    ? Tone::Ok
            : isBroken ? Tone::Bad
                       : Tone::Warn,
            cleanupResultText(result), cleanupResultDetails(result));
        return;
    }
    m_broken = result.outcome.journal;
    m_note->hide();
    m_result->setAction(tr("Restore all of it"));
    m_result->announceMessage(Tone::Bad, cleanupResultText(result), cleanupResultDetails(result));
}

void CleanupActing::showRestored(const RestoreOutcome& outcome)
{
    endRun();
    QStringList sentences{tr("%n version(s) restored.", nullptr, static_cast<int>(outcome.restored.size()))};
    QStringList details;
    if (!outcome.failed.empty())
        sentences.append(tr("%n could not be.", nullptr, static_cast<int>(outcome.failed.size())));
    for (const auto& one : outcome.failed)
        details.append(tr("Not restored: %1 %2: %3", "an image, an id, why")
                           .arg(one.package.value)
                           .arg(one.id.value)
                           .arg(one.problem));
    for (const auto& one : outcome.neverAway)
        details.append(tr("%1 never was away", "an image").arg(one.package.value + u'@' + one.digest.shortForm()));
    for (const auto& one : outcome.restored)
        if (!one.problem.isEmpty())
            details.append(u"%1: %2"_s.arg(one.package.value + u'@' + one.digest.shortForm(), one.problem));
    for (const auto& one : outcome.restored)
        if (!one.moved.isEmpty())
            details.append(tr("%1 is back without %2, which lead elsewhere now", "an image, tags")
                               .arg(one.package.value + u'@' + one.digest.shortForm(), one.moved.join(u", "_s)));
    for (const auto& one : outcome.restored)
        for (const Digest& digest : one.missing)
            details.append(tr("%1 is back, but what it lists is not there: %2", "an image, a digest")
                               .arg(one.package.value + u'@' + one.digest.shortForm(), digest.shortForm()));
    if (outcome.stopped)
        sentences.append(errorLine(*outcome.stopped));
    const bool isWhole = details.size() == static_cast<qsizetype>(outcome.neverAway.size()) && !outcome.stopped;
    if (isWhole && m_restoring == m_broken)
        m_broken.clear();
    say(isWhole ? Tone::Ok : Tone::Warn, sentences.join(u' '), details);
}

void CleanupActing::showFailed(const Error& error)
{
    endRun();
    if (error.kind == ErrorKind::Cancelled)
        say(Tone::Info, tr("It was stopped before anything was done."));
    else
        say(Tone::Bad, errorLine(error));
}

void CleanupActing::showRuns(const std::vector<CleanupRun>& runs)
{
    m_history->setRuns(runs);
}

void CleanupActing::clear()
{
    m_asked.reset();
    m_rest.reset();
    if (m_dialog)
        m_dialog->reject();
    m_runBar->showEnded();
    m_broken.clear();
    m_result->hide();
    m_note->hide();
    m_history->clear();
    Q_EMIT runningChanged();
}

void CleanupActing::offerActs(bool isOffered, const QString& whyNot)
{
    m_history->offerActs(isOffered, whyNot);
}

} // namespace slipway
