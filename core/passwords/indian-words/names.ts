/** First names and family names that are frequent in India. Own list. */
export const NAME_WORDS = `
  rahul amit rohit sumit ankit mohit lalit ajay vijay sanjay manoj anil sunil suresh ramesh mahesh dinesh rajesh
  mukesh naresh paresh nilesh yogesh rakesh umesh kamlesh jignesh hitesh ritesh nitesh jitesh mitesh ganeshan kumar
  raj raja raju rajan rajiv rajeev sandeep pradeep kuldeep deepak vivek abhishek aditya arjun arun varun tarun karan
  kiran kunal vishal nikhil akhil sachin sourav saurabh gaurav vaibhav anand ashok alok vinod pramod subodh prakash
  aakash akash vikas vikram vikrant siddharth sidharth shubham shivam satyam sundar harish girish satish jagdish
  pankaj neeraj niraj dheeraj suraj sooraj ravi ravindra rajendra mahendra surendra narendra devendra jitendra
  dharmendra virendra upendra gajendra hemant vasant prashant nishant sushant bharat chetan ketan rohan sohan mayank
  shashank ashish manish harsh yash yuvraj prince aarav vihaan vivaan reyansh ayaan arnav dhruv ishaan kabir kartik
  krish om pranav parth piyush rishabh sahil samir sameer tushar uday ujjwal imran irfan salman aamir shahrukh asif
  arif javed faisal farhan zubair zaid ayan mohammed mohammad muhammad ahmed ahmad ali hussain hasan abdul rehman
  rahman khan sheikh shaikh ansari qureshi siddiqui pathan syed begum fatima ayesha aisha zara sana nazia shabana
  parveen gurpreet harpreet manpreet jaspreet amanpreet simran harman gagan gurmeet manjeet ranjeet amarjeet
  jaswinder balwinder harjinder singh kaur dhillon gill sandhu sidhu grewal bains priya pooja puja neha sneha anjali
  anita sunita kavita savita lalita sarita geeta gita seeta meena reena teena veena leena seema reema neema rekha
  lekha shikha asha usha nisha disha trisha isha manisha monisha radhika deepika malika divya kavya navya bhavya
  ananya aditi shruti smriti preeti priti jyoti swati arti aarti bharti kirti shweta sweta nikita ankita amrita
  sangeeta rashmi lakshmi laxmi sushma karishma reshma shobha prabha pratibha archana vandana sadhana kalpana
  ranjana sapna mamta namrata nandini mohini rohini yamini kamini padmini roshni sonam sonali rupali vaishali
  deepali pallavi madhavi pallabi mayuri kasturi gauri parvathi lavanya saranya aishwarya shreya riya diya tiya jiya
  khushi pari angel aadhya myra kiara saanvi anaya sharma verma varma gupta agarwal agrawal aggarwal bansal mittal
  goyal goel jindal singhal garg jain shah mehta patel desai joshi trivedi dwivedi chaturvedi pandey pandya mishra
  misra tiwari tripathi shukla dubey dixit pathak upadhyay bhatt bhatia kapoor khanna malhotra chopra arora sethi
  sood suri ahuja gulati bajaj birla tata ambani adani reddy naidu rao chowdary chaudhary choudhary chaudhari yadav
  thakur rajput rathore chauhan solanki parmar rana rawat negi bisht nair menon pillai kurup nambiar varghese thomas
  george mathew jacob joseph iyer iyengar subramanian krishnan raman raghavan sundaram natarajan murthy hegde shetty
  shenoy pai kamath gowda patil jadhav shinde pawar deshmukh kulkarni deshpande bhosale chavan more kadam gaikwad
  banerjee mukherjee chatterjee ganguly bose ghosh das dutta sen roy saha mondal sarkar biswas mohanty patnaik
  mahapatra sahoo behera baruah borah gogoi
`;
