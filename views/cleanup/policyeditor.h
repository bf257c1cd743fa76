#pragma once

#include "cleanup/policyform.h"
#include "models/policytrial.h"

#include <QWidget>

class QLabel;
class QPushButton;

namespace slipway
{

class ElidedLabel;
class MessageBar;
class PolicyFormView;
class SectionCard;
class YamlEdit;

/// A policy as a form and as YAML side by side, and what it would do. The YAML is the policy: the form reads from it
/// and writes into it, so one step back undoes either. Whoever listens tries texts out, keeps them and answers.
class PolicyEditor final : public QWidget
{
    Q_OBJECT
public:
    explicit PolicyEditor(QWidget* parent = nullptr);

    /// What was read: shown, unless something was typed that is not saved.
    void setOrigin(const PolicyOrigin& origin);
    /// It could not be read.
    void showFailure(const Error& error);
    /// Nothing was read yet, of another owner.
    void clear();
    /// What was asked for is not answered any more; what was typed stays.
    void forgetAsked();
    /// What a text would do; one of an older text is left out.
    void setTrial(const PolicyTrialPtr& trial);
    /// What came of saveRequested(), `now` being what it was asked for, or what there is since.
    void showSaved(const PolicyOrigin& now, const Result<PolicySaving>& done);
    /// What plans go by: where that is not what was saved here, it is said, and can be changed in the profile.
    void setGround(const PolicyGround& ground);
    /// What came of nameRequested().
    void showNamed(const Result<void>& done);
    /// Throws away what is not saved, and what the form could not bring into the YAML.
    void revert();
    [[nodiscard]] bool isUnsaved() const;
    [[nodiscard]] QByteArray text() const;
    [[nodiscard]] const PolicyOrigin& origin() const { return m_origin; }

    [[nodiscard]] PolicyFormView& form() const { return *m_form; }
    [[nodiscard]] YamlEdit& yaml() const { return *m_yaml; }
    [[nodiscard]] QPushButton& saveButton() const { return *m_save; }
    [[nodiscard]] QPushButton& loadButton() const { return *m_load; }
    [[nodiscard]] QPushButton& overwriteButton() const { return *m_overwrite; }
    [[nodiscard]] QPushButton& revertButton() const { return *m_revert; }
    [[nodiscard]] QPushButton& nameButton() const { return *m_name; }
    [[nodiscard]] QPushButton& proposeButton() const { return *m_propose; }
    /// Whether the profile's repository takes pull requests from here; the button is absent where it does not.
    void setProposable(bool isProposable);
    /// The repository has just this already.
    void showNothingToPropose(const QString& branch);
    /// Everything it says beside the fields.
    [[nodiscard]] QStringList sentences() const;

Q_SIGNALS:
    void tryRequested(const QByteArray& text);
    void saveRequested(const slipway::PolicyOrigin& origin, const QByteArray& text);
    /// What stands in the file is to be read.
    void loadRequested(const QString& file);
    /// The profile is to name this file, so that plans go by it.
    void nameRequested(const QString& file);
    /// How a pull request with it would look is wanted.
    void proposeRequested(const slipway::PolicyOrigin& origin, const QByteArray& text);
    void unsavedChanged(bool isUnsaved);

private:
    /// What the next answer to loadRequested() is for.
    enum class Wish : std::uint8_t { None, Take, Overwrite, SaveElsewhere };

    [[nodiscard]] QWidget* makeForm();
    [[nodiscard]] QWidget* makeYaml();
    [[nodiscard]] QWidget* makeEffects();
    [[nodiscard]] QWidget* makeFoot();
    void connectParts();
    void takeForm();
    void takeText();
    void take(const PolicyOrigin& origin);
    [[nodiscard]] bool hasWhatIsTyped(const PolicyOrigin& origin) const;
    void askFor(Wish wish, const QString& file);
    void save();
    void saveTo(const PolicyOrigin& origin);
    [[nodiscard]] bool isRight() const;
    void showVerdict();
    void showEffects();
    void showButtons();
    void showState();

    PolicyOrigin m_origin;
    PolicyGround m_ground;
    QString m_kept; ///< what the text is when nothing is unsaved
    PolicyTrialPtr m_trial;
    QString m_formFault;      ///< why the form cannot follow, or write
    bool m_isRefused = false; ///< the form has what the YAML has not
    RulesTaken m_rulesTaken = RulesTaken::Singly;
    Wish m_wish = Wish::None;
    QString m_wishedFile; ///< the one that is read for it
    bool m_isSaving = false;
    bool m_isOpened = false;
    bool m_isChanged = false; ///< on the disk, by somebody else
    bool m_wasUnsaved = false;
    bool m_isWriting = false;

    SectionCard* m_formCard;
    SectionCard* m_yamlCard;
    PolicyFormView* m_form;
    YamlEdit* m_yaml;
    MessageBar* m_bar;
    ElidedLabel* m_fault;
    QPushButton* m_goToFault;
    QLabel* m_effects;
    QLabel* m_remarks;
    ElidedLabel* m_note;
    QPushButton* m_load;
    QPushButton* m_overwrite;
    QPushButton* m_name;
    QPushButton* m_propose;
    QPushButton* m_revert;
    QPushButton* m_save;
};

} // namespace slipway
