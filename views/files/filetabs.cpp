#include "views/files/filetabs.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QSignalBlocker>

#include <algorithm>

namespace slipway
{

using namespace Qt::StringLiterals;

FileTabs::FileTabs(QWidget* parent)
    : QTabBar(parent)
{
    setAccessibleName(tr("Open files"));
    setDrawBase(false);
    setExpanding(false);
    setUsesScrollButtons(true);
    setElideMode(Qt::ElideMiddle);
    hide();
    connect(this, &QTabBar::currentChanged, this, [this](int index) {
        if (index >= 0)
            Q_EMIT fileChosen(m_files[static_cast<std::size_t>(index)].place);
    });
}

/// The name; a preview's is told as one, and where a file comes from stands in the tooltip.
void FileTabs::label(int index)
{
    const Tab& tab = m_files[static_cast<std::size_t>(index)];
    setTabText(index, tab.place.path.section(u'/', -1));
    QString from;
    switch (tab.place.from) {
    case FilesFrom::Checkout:
        from = tr("%1 in the folder");
        break;
    case FilesFrom::Repository:
        from = tr("%1 in the repository");
        break;
    case FilesFrom::Templates:
        from = tr("%1, a template");
        break;
    }
    const QString where = from.arg(tab.place.path);
    setTabToolTip(index, tab.isKept ? where : tr("%1. Enter in the list keeps it open.").arg(where));
}

void FileTabs::add(const Tab& tab)
{
    m_files.push_back(tab);
    label(addTab(QString()));
}

void FileTabs::showFile(const FilePlace& place)
{
    const QSignalBlocker silent(this);
    auto found = std::ranges::find(m_files, place, &Tab::place);
    if (found == m_files.end()) {
        found = std::ranges::find(m_files, false, &Tab::isKept);
        if (found == m_files.end()) {
            add({place, false});
            found = m_files.end() - 1;
        } else {
            found->place = place;
        }
    }
    const auto index = static_cast<int>(found - m_files.begin());
    label(index);
    setCurrentIndex(index);
    show();
}

void FileTabs::keepCurrent()
{
    if (currentIndex() < 0 || std::exchange(m_files[static_cast<std::size_t>(currentIndex())].isKept, true))
        return;
    label(currentIndex());
    Q_EMIT keptChanged();
}

void FileTabs::closeCurrent()
{
    if (currentIndex() >= 0)
        close(currentIndex());
}

void FileTabs::close(int index)
{
    const bool isCurrent = index == currentIndex();
    const bool wasKept = m_files[static_cast<std::size_t>(index)].isKept;
    m_files.erase(m_files.begin() + index);
    {
        const QSignalBlocker silent(this); // the tabs and the files beside them are one again first
        removeTab(index);
    }
    setVisible(count() > 0);
    if (wasKept)
        Q_EMIT keptChanged();
    if (count() == 0)
        Q_EMIT emptied();
    else if (isCurrent)
        Q_EMIT fileChosen(current());
}

std::vector<FilePlace> FileTabs::kept() const
{
    std::vector<FilePlace> places;
    for (const Tab& tab : m_files)
        if (tab.isKept)
            places.push_back(tab.place);
    return places;
}

void FileTabs::setKept(const std::vector<FilePlace>& places)
{
    const QSignalBlocker silent(this);
    const FilePlace before = current();
    const auto preview = std::ranges::find(m_files, false, &Tab::isKept);
    const auto looked = preview == m_files.end() ? std::optional<FilePlace>() : preview->place;
    while (count() > 0)
        removeTab(count() - 1);
    m_files.clear();
    for (const auto& place : places)
        add({place, true});
    if (looked && !std::ranges::contains(places, *looked))
        add({*looked, false});
    if (const auto again = std::ranges::find(m_files, before, &Tab::place); again != m_files.end())
        setCurrentIndex(static_cast<int>(again - m_files.begin()));
    setVisible(count() > 0);
}

void FileTabs::forgetPreview()
{
    const QSignalBlocker silent(this);
    const auto preview = std::ranges::find(m_files, false, &Tab::isKept);
    if (preview != m_files.end()) {
        const auto index = static_cast<int>(preview - m_files.begin());
        m_files.erase(preview);
        removeTab(index);
    }
    setVisible(count() > 0);
}

FilePlace FileTabs::current() const
{
    return currentIndex() < 0 ? FilePlace() : m_files[static_cast<std::size_t>(currentIndex())].place;
}

void FileTabs::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Delete)
        closeCurrent();
    else if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        keepCurrent();
    else
        QTabBar::keyPressEvent(event);
}

void FileTabs::mouseReleaseEvent(QMouseEvent* event)
{
    const int index = tabAt(event->position().toPoint());
    if (event->button() == Qt::MiddleButton && index >= 0)
        close(index);
    else
        QTabBar::mouseReleaseEvent(event);
}

void FileTabs::mouseDoubleClickEvent(QMouseEvent* event)
{
    QTabBar::mouseDoubleClickEvent(event);
    if (event->button() == Qt::LeftButton)
        keepCurrent();
}

} // namespace slipway
