#pragma once

#include "cleanup/policyform.h"

#include <QWidget>

#include <vector>

class QCheckBox;
class QLineEdit;
class QPushButton;
class QVBoxLayout;

namespace slipway
{

/// The fields of a policy. Each change of a person is told at once; what is set from outside leaves the field alone
/// that is being typed in, as long as it says the same.
class PolicyFormView final : public QWidget
{
    Q_OBJECT
public:
    explicit PolicyFormView(QWidget* parent = nullptr);

    void setForm(const PolicyForm& form);
    [[nodiscard]] PolicyForm form() const;
    [[nodiscard]] QLineEdit& grace() const { return *m_grace; }
    [[nodiscard]] QPushButton& addRuleButton() const { return *m_addRule; }
    /// The fields of a rule: tags, age, how many newest stay.
    [[nodiscard]] std::vector<QLineEdit*> ruleFields(std::size_t rule) const;
    [[nodiscard]] QPushButton& removeButton(std::size_t rule) const { return *m_rules[rule].remove; }

Q_SIGNALS:
    /// By a person.
    void edited(const slipway::PolicyForm& form);
    void undoRequested();
    void redoRequested();

protected:
    /// A step back is one of the whole policy, not of a field.
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    struct RuleRow {
        QWidget* row = nullptr;
        QLineEdit* tags = nullptr;
        QLineEdit* olderThan = nullptr;
        QLineEdit* keepLatest = nullptr;
        QPushButton* remove = nullptr;
    };

    void addHeading(const QString& text);
    [[nodiscard]] QLineEdit* addField(const QString& name, const QString& usual, const QString& tip);
    [[nodiscard]] QCheckBox* addCheck(const QString& text, const QString& tip);
    [[nodiscard]] QLineEdit* makeField(const QString& name, const QString& usual, QWidget* parent);
    void addUntagged();
    void addRules();
    void addProtections();
    void addRest();
    void setRuleCount(std::size_t count);
    void addRuleRow();
    void focusBeside(const RuleRow& gone, const QWidget& focus);
    void tell();

    QVBoxLayout* m_column;
    QLineEdit* m_grace = nullptr;
    QCheckBox* m_untagged = nullptr;
    QLineEdit* m_untaggedAge = nullptr;
    QLineEdit* m_kinds = nullptr;
    QVBoxLayout* m_ruleColumn = nullptr;
    std::vector<RuleRow> m_rules;
    QPushButton* m_addRule = nullptr;
    QLineEdit* m_tags = nullptr;
    QCheckBox* m_semver = nullptr;
    QLineEdit* m_lockFiles = nullptr;
    QCheckBox* m_deployed = nullptr;
    QLineEdit* m_rollback = nullptr;
    QCheckBox* m_orphans = nullptr;
    QCheckBox* m_ghosts = nullptr;
    QLineEdit* m_versions = nullptr;
    QLineEdit* m_percent = nullptr;
    QLineEdit* m_packages = nullptr;
    bool m_isSetting = false;
};

} // namespace slipway
