#pragma once

#include "inventory/savedfilters.h"

#include <QToolButton>

namespace slipway
{

/// The saved filters beside the filter's field: a menu that applies one, keeps the present text under a name, or
/// forgets one. The first two are actions of its parent as well, for the palette and for keys of their own.
class SavedFiltersButton final : public QToolButton
{
    Q_OBJECT
public:
    explicit SavedFiltersButton(QWidget* parent = nullptr);

    void setSaved(const SavedFilters& saved);
    [[nodiscard]] const SavedFilters& saved() const { return m_saved; }
    /// The filter's text as it is now, and whether it can be understood: only such is saved.
    void setText(const QString& text, bool isValid);

Q_SIGNALS:
    void textChosen(const QString& text);
    /// Others are offered: none of them has keys that were set for it yet.
    void actionsMade();
    /// A person saved or forgot one.
    void savedChanged(const slipway::SavedFilters& saved);

private:
    void fillMenu();
    void offerActions();
    void offerSaving();
    void fillForget();
    /// And offers to take it back.
    void forgetFilter(const SavedFilter& filter);
    void askName();
    void change(const SavedFilters& saved);

    QMenu* m_forget;
    QAction* m_save = nullptr; ///< once there is somewhere to save
    QList<QAction*> m_apply;   ///< a saved filter each
    SavedFilters m_saved;
    QString m_text;
    bool m_isValid = true;
};

} // namespace slipway
