#include "views/files/notespanel.h"

#include "views/files/notesview.h"
#include "views/theme/icons.h"
#include "views/theme/typography.h"
#include "views/widgets/sectioncard.h"

#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

namespace slipway
{

using namespace Qt::StringLiterals;

namespace
{

constexpr int kLeastWidth = 220;
constexpr int kLeastHeight = 96;

} // namespace

NotesPanel::NotesPanel(QWidget* parent)
    : QWidget(parent)
    , m_card(new SectionCard(QString(), this))
    , m_view(new NotesView(m_model, this))
    , m_close(new QToolButton(this))
{
    m_close->setIcon(icon("window-close"_L1));
    m_close->setAccessibleName(tr("Close the list"));
    m_close->setToolTip(m_close->accessibleName());
    m_card->actions().addWidget(m_close);
    m_card->body().setContentsMargins(1, 0, 1, 2);
    m_card->body().addWidget(m_view);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_card);
    followText(*this, [this] { setMinimumSize(withText(kLeastWidth), withText(kLeastHeight)); });
    connect(m_view, &NotesView::noteChosen, this,
            [this](int row) { Q_EMIT noteChosen(m_model.notes()[static_cast<std::size_t>(row)]); });
    connect(m_close, &QAbstractButton::clicked, this, &NotesPanel::closed);
    hide();
}

void NotesPanel::showNotes(const QString& title, const QString& sub, std::vector<FileNote> notes, bool canClose)
{
    m_title = title;
    m_card->setTitle(title);
    m_card->setSubText(sub);
    m_view->setAccessibleName(title);
    m_close->setVisible(canClose);
    m_model.setNotes(std::move(notes));
    setVisible(true);
}

void NotesPanel::showNothing()
{
    hide();
    m_title.clear();
    m_model.setNotes({});
}

void NotesPanel::showDifferences(const TextDiff& diff)
{
    const qsizetype total = std::ssize(diff.diff.changes);
    if (total == 0)
        return showNothing();
    auto notes = notesOf(diff);
    const QString sub = std::ssize(notes) < total ? tr("the first %1").arg(notes.size()) : QString();
    showNotes(tr("%n difference(s)", nullptr, static_cast<int>(total)), sub, std::move(notes), false);
}

void NotesPanel::showFaults(const std::vector<TextFault>& faults)
{
    if (faults.empty())
        return showNothing();
    const QString sub = faults.size() >= kMostFaults ? tr("the first of them") : QString();
    showNotes(tr("%n error(s)", nullptr, static_cast<int>(faults.size())), sub, notesOf(faults), false);
}

void NotesPanel::showFiles(const std::vector<CheckedFile>& files, qsizetype total)
{
    const auto faulty = std::ranges::count_if(files, [](const CheckedFile& file) {
        return file.verdict.state == FileState::Faulty || file.verdict.state == FileState::Unread;
    });
    const QString title = faulty == 0 ? tr("%n file(s) checked", nullptr, static_cast<int>(files.size()))
                                      : tr("%n file(s) with errors", nullptr, static_cast<int>(faulty));
    const QString sub = std::ssize(files) < total ? tr("%1 of %2 checked").arg(files.size()).arg(total)
                        : faulty > 0              ? tr("of %1").arg(files.size())
                                                  : QString();
    showNotes(title, sub, notesOf(files), true);
}

void NotesPanel::setChange(qsizetype change)
{
    const auto& notes = m_model.notes();
    const auto note = std::ranges::find(notes, change, &FileNote::change);
    if (change < 0 || note == notes.end())
        return;
    const QModelIndex index = m_model.index(static_cast<int>(note - notes.begin()), 0);
    m_view->setCurrentIndex(index);
    m_view->scrollTo(index);
}

} // namespace slipway
